using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Adds up the time that is spent in an embedder, for callers that come one after another.</summary>
sealed class TimedEmbedder(IEmbeddingGenerator<string, Embedding<float>> embedder) : DelegatingEmbeddingGenerator<string, Embedding<float>>(embedder)
{
    public TimeSpan Spent { get; private set; }

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var start = Stopwatch.GetTimestamp();
        var embeddings = await base.GenerateAsync(values, options, cancellationToken);
        Spent += Stopwatch.GetElapsedTime(start);
        return embeddings;
    }
}
