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
    const double Goal = 0.85;

    public static IEnumerable<BenchResult> Run(CancellationToken ct)
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
        var seconds = ways.Select(_ => new double[Rounds]).ToArray();
        foreach (var way in ways) way();
        // Interleaved, so that a slow moment of the machine falls on all of them.
        for (var round = 0; round < Rounds; round++)
            for (var w = 0; w < ways.Length; w++)
            {
                ct.ThrowIfCancellationRequested();
                var start = Stopwatch.GetTimestamp();
                ways[w]();
                seconds[w][round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        var speeds = seconds.Select(s => texts.Length / s.Order().ElementAt(Rounds / 2)).ToArray();
        yield return new("LocalEmbedder against the faster bare run", Speed(speeds[0]), speeds[0] / Math.Max(speeds[1], speeds[2]), Goal);
        yield return new("bare session, one text a run", Speed(speeds[1]));
        yield return new("bare session, batches of 8 of like length", Speed(speeds[2]));
    }

    static string Speed(double textsPerSecond) => $"{textsPerSecond:F0} texts/s";

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
