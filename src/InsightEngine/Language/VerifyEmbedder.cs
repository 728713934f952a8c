using Microsoft.Extensions.AI;

namespace InsightEngine.Language;

/// <summary>The host's check at start-up that the configured model makes vectors that the database can hold.</summary>
public static class VerifyEmbedder
{
    /// <exception cref="EmbedderMismatchException">The model's vectors have another length: the host must not start.</exception>
    public static async Task CheckAsync(IEmbeddingGenerator<string, Embedding<float>> embedder, CancellationToken ct)
    {
        var vector = await embedder.GenerateVectorAsync("How did the work go this week?", cancellationToken: ct);
        if (vector.Length == EmbeddingModel.Dimensions) return;
        var model = embedder.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? "The embedding model";
        throw new EmbedderMismatchException(
            $"{model} gave a vector of {vector.Length} numbers; the database holds {EmbeddingModel.Dimensions}. "
            + "Choose a model of that dimension, or set Embedder:SendDimensions if the model can shorten its vectors.");
    }
}

/// <summary>The configured embedder doesn't fit the database.</summary>
public sealed class EmbedderMismatchException(string message) : Exception(message);
