using System.Numerics.Tensors;
using InsightEngine.Language;
using Microsoft.Extensions.AI;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Gives each text a vector of length 1 that says nothing but is the same on every run, and takes next to no time.</summary>
sealed class RandomEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    readonly EmbeddingGeneratorMetadata metadata = new("random", defaultModelId: "random@1", defaultModelDimensions: EmbeddingModel.Dimensions);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Vector(text)))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata : null;

    public void Dispose()
    {
        // Holds nothing.
    }

    static float[] Vector(string text)
    {
        var random = new Random(text.Aggregate(17, (hash, c) => unchecked(hash * 31 + c)));
        var vector = new float[EmbeddingModel.Dimensions];
        for (var i = 0; i < vector.Length; i++)
            vector[i] = random.NextSingle() - 0.5f;
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
