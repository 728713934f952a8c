using System.Diagnostics;
using InsightEngine.Language;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace InsightEngine.Evaluation.Bench;

/// <summary>
/// The embedder's speed as a share of a bare ONNX Runtime session on the same texts, tokenised and padded beforehand; one thread each.
/// </summary>
static class EmbeddingBench
{
    const int Texts = 160, Rounds = 7;
    static readonly BenchGoal Goal = BenchGoal.NoLess(0.85);

    public static Task<IReadOnlyList<BenchResult>> RunAsync(BenchContext bench, CancellationToken ct) => Task.Run(() => Run(ct), ct);

    static IReadOnlyList<BenchResult> Run(CancellationToken ct)
    {
        var folder = ModelFiles.Find("embedder");
        var texts = MakeTexts(Path.Combine(folder, "vocab.txt"));
        using var embedder = new LocalEmbedder();
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        using var session = new InferenceSession(Path.Combine(folder, "model.onnx"), options);
        var tokens = Tokenise(folder, texts);
        using var singly = new BareBatches(session, tokens, 1);
        using var batched = new BareBatches(session, tokens, 8);

        Action[] ways = [() => embedder.GenerateAsync(texts, cancellationToken: ct).GetAwaiter().GetResult(), singly.Run, batched.Run];
        var speeds = ways.Select(_ => new List<double>()).ToArray();
        foreach (var way in ways) way();
        // Interleaved, so that a slow moment of the machine falls on all of them.
        for (var round = 0; round < Rounds; round++)
            for (var w = 0; w < ways.Length; w++)
            {
                ct.ThrowIfCancellationRequested();
                var start = Stopwatch.GetTimestamp();
                ways[w]();
                speeds[w].Add(texts.Length / Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        var shares = Enumerable.Range(0, Rounds).Select(round => speeds[0][round] / Math.Max(speeds[1][round], speeds[2][round])).ToList();
        return
        [
            BenchResult.Of("LocalEmbedder as a share of the faster bare run", shares, goal: Goal),
            BenchResult.Of("LocalEmbedder", speeds[0], "texts/s"),
            BenchResult.Of("bare session, one text a run", speeds[1], "texts/s"),
            BenchResult.Of("bare session, batches of 8 of like length", speeds[2], "texts/s"),
        ];
    }

    /// <summary>Texts of 5 to 120 words of the model's vocabulary, the same on every run.</summary>
    static string[] MakeTexts(string vocabulary)
    {
        var words = File.ReadLines(vocabulary).Where(w => w.Length > 2 && w.All(char.IsAsciiLetterLower)).ToArray();
        var random = new Random(1);
        return [.. Enumerable.Range(0, Texts).Select(_ => string.Join(' ', random.GetItems(words, random.Next(5, 121))))];
    }

    static long[][] Tokenise(string folder, string[] texts)
    {
        var tokenizer = BertTokenizer.Create(Path.Combine(folder, "vocab.txt"));
        return [.. texts.Select(t => tokenizer.EncodeToIds(t, 256, out _, out _).Select(id => (long)id).ToArray()).OrderBy(ids => ids.Length)];
    }
}
