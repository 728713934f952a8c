using System.Diagnostics;
using InsightEngine.Evaluation.Bench;
using InsightEngine.Language;
using InsightEngine.Signals;

namespace InsightEngine.Evaluation.Signals;

/// <summary>How long a talk takes to read: on one thread, beside embedding it.</summary>
static class SignalBench
{
    const int Rounds = 5;
    const double SecondsPerTalk = 0.5;
    static readonly string[] People = ["Ines Carvalho", "Tom Whitlock"];

    static readonly string[] Said =
    [
        "How did the inspection go?", "Better than I thought, they found two small things and both are repaired already.",
        "That's good to hear, honestly, well done.", "Thanks. The order for the second line still hangs at the customs office, and nobody there answers Tom.",
        "I'll ring them tomorrow and tell you what they say.", "Okay.", "What else is on your mind?",
        "I'd like to learn how the planning works, so that I can stand in for Ines when she is away in the autumn.", "Let's plan that for the next quarter then.",
    ];

    public static IEnumerable<BenchResult> Run(CancellationToken ct)
    {
        var talk = Enumerable.Range(0, 45).Select(i => new TalkTurn(i % 2 == 0 ? TalkRole.Manager : TalkRole.Report, Said[i % Said.Length])).ToList();
        using var embedder = new LocalEmbedder();
        using var reader = new SignalReader();
        var reading = Fastest(() => reader.Read(talk, People));
        var embedding = Fastest(() => embedder.GenerateAsync(talk.Select(turn => turn.Text), cancellationToken: ct).GetAwaiter().GetResult());
        yield return new("a talk of 45 utterances in half a second", $"{reading.TotalMilliseconds:F0} ms", SecondsPerTalk / reading.TotalSeconds, 1);
        yield return new("embedding, of embedding and reading", $"{45 / reading.TotalSeconds:F0} utterances/s", embedding / (embedding + reading), 1.0 / 3);
    }

    /// <summary>The fastest of some rounds, the first of them to warm up: what else the machine does only slows down.</summary>
    static TimeSpan Fastest(Action action)
    {
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            var took = Stopwatch.GetElapsedTime(start);
            fastest = took < fastest ? took : fastest;
        }
        return fastest;
    }
}
