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

    public static Task<IReadOnlyList<BenchResult>> RunAsync(BenchContext bench, CancellationToken ct) => Task.Run(() => Run(ct), ct);

    static IReadOnlyList<BenchResult> Run(CancellationToken ct)
    {
        var talk = Enumerable.Range(0, 45).Select(i => new TalkTurn(i % 2 == 0 ? TalkRole.Manager : TalkRole.Report, Said[i % Said.Length])).ToList();
        using var embedder = new LocalEmbedder();
        using var reader = new SignalReader();
        List<double> reading = [], embedding = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var read = Seconds(() => reader.Read(talk, People));
            var embedded = Seconds(() => embedder.GenerateAsync(talk.Select(turn => turn.Text), cancellationToken: ct).GetAwaiter().GetResult());
            // The first one loads the models.
            if (round == 0)
                continue;
            reading.Add(read);
            embedding.Add(embedded);
        }
        return
        [
            BenchResult.Of("a talk of 45 utterances, read on one thread", reading, "s", BenchGoal.NoMore(SecondsPerTalk)),
            BenchResult.Of("embedding and reading, as a multiple of embedding", [.. reading.Zip(embedding, (r, e) => (r + e) / e)], "×", BenchGoal.NoMore(3)),
        ];
    }

    static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
