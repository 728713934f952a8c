using System.Diagnostics;
using InsightEngine.Language;

namespace InsightEngine.Evaluation.Bench;

/// <summary>A whole import, from the upload to the last passage, as a share of the model's time in it; one worker and one thread.</summary>
static class ImportBench
{
    const int Rounds = 3;
    static readonly BenchGoal Goal = BenchGoal.NoLess(0.75);

    public static async Task<IReadOnlyList<BenchResult>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var embedder = new TimedEmbedder(new LocalEmbedder());
        await using var database = await BenchDatabase.StartAsync(embedder, ct);
        List<double> shares = [], seconds = [], others = [];
        // The first one compiles.
        for (var round = 0; round <= Rounds; round++)
        {
            var tenant = $"company-{round}";
            await database.CreateTenantAsync(tenant, ct);
            using var zip = FixtureCompany.Zip();
            var (start, before) = (Stopwatch.GetTimestamp(), embedder.Spent);
            await database.ImportAsync(tenant, zip, ct);
            var (whole, inModel) = (Stopwatch.GetElapsedTime(start), embedder.Spent - before);
            if (round == 0)
                continue;
            shares.Add(inModel / whole);
            seconds.Add(whole.TotalSeconds);
            others.Add((whole - inModel).TotalSeconds);
        }
        return
        [
            BenchResult.Of("model's share of an import's time", shares, goal: Goal),
            BenchResult.Of("one company, whole import", seconds, "s"),
            BenchResult.Of("of it outside the model", others, "s"),
        ];
    }
}
