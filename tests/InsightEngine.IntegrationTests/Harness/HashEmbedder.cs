using InsightEngine.Language;
using Microsoft.Extensions.AI;

namespace InsightEngine.IntegrationTests.Harness;

/// <summary>A quick embedder: texts that share words are near each other. It counts what it was asked for.</summary>
public sealed class HashEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    static readonly EmbeddingGeneratorMetadata Metadata = new("tests", defaultModelId: "hashed-words@1", defaultModelDimensions: EmbeddingModel.Dimensions);

    int texts;

    /// <summary>Texts embedded so far.</summary>
    public int Texts => texts;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var vectors = values.Select(v => new Embedding<float>(Embed(v))).ToList();
        Interlocked.Add(ref texts, vectors.Count);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(vectors));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata : null;

    public void Dispose()
    {
    }

    static float[] Embed(string text)
    {
        var vector = new float[EmbeddingModel.Dimensions];
        vector[0] = 0.1f;
        foreach (var word in text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            vector[word.Aggregate(7u, (hash, c) => hash * 31 + c) % (uint)vector.Length] += 1;
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return [.. vector.Select(v => v / length)];
    }
}
