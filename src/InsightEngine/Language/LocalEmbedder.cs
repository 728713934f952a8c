using Microsoft.Extensions.AI;

namespace InsightEngine.Language;

/// <summary>
/// Embeds texts with the model in a folder under <c>models</c>, on this machine's processor: vectors of length 1 in the order of the texts.
/// A text gets the same vector whatever it is embedded with. It reads the first 256 tokens of a text, about 190 words.
/// </summary>
public sealed class LocalEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The folder under <c>models</c> that is shipped.</summary>
    public const string Shipped = "embedder";

    const int MaxTokens = 256;
    readonly TextModel model;
    readonly int threads;
    readonly EmbeddingGeneratorMetadata metadata;

    /// <param name="folder">A folder under <c>models</c>, or an absolute path.</param>
    /// <param name="threads">How many texts of one call are embedded at once.</param>
    public LocalEmbedder(string folder = Shipped, int threads = 1)
    {
        model = new TextModel(ModelFiles.Find(folder), "model.onnx", MaxTokens);
        this.threads = threads;
        var name = folder == Shipped ? "all-MiniLM-L6-v2-int8" : Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        metadata = new("onnx", defaultModelId: $"{name}@{model.Hash[..12]}", defaultModelDimensions: EmbeddingModel.Dimensions);
    }

    /// <summary>Embeds the texts; a cancellation is heeded between two texts.</summary>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToArray();
        var vectors = new Embedding<float>[texts.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, texts.Length, parallel, (i, _) =>
        {
            vectors[i] = new(model.Run(model.Tokenise(texts[i]))[0]) { ModelId = metadata.DefaultModelId };
            return ValueTask.CompletedTask;
        });
        return new(vectors);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata
        : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => model.Dispose();
}
