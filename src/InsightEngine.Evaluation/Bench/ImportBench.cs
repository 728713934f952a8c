using System.Diagnostics;
using InsightEngine.Language;
using InsightEngine.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
            var (whole, embedding) = (Stopwatch.GetElapsedTime(start), embedder.Spent - before);
            if (round == 0)
                continue;
            // The reader of signals has no seam to time it within; the same talks are read once more.
            var inModel = embedding + await ReadingAsync(database, tenant, ct);
            shares.Add(inModel / whole);
            seconds.Add(whole.TotalSeconds);
            others.Add((whole - inModel).TotalSeconds);
        }
        return
        [
            BenchResult.Of("the models' share of an import's time", shares, goal: Goal),
            BenchResult.Of("one company, whole import", seconds, "s"),
            BenchResult.Of("of it outside the models", others, "s"),
        ];
    }

    static async Task<TimeSpan> ReadingAsync(BenchDatabase database, string tenant, CancellationToken ct)
    {
        var (talks, people) = await database.AsTenantAsync(tenant, async (_, db) => (
            (await db.Utterances.AsNoTracking().OrderBy(u => u.Number).ToListAsync(ct)).GroupBy(u => u.ConversationId)
                .Select(talk => talk.Select(u => new TalkTurn(TalkRole.Other, u.Text)).ToList()).ToList(),
            await db.People.Select(p => p.Name).ToListAsync(ct)), ct);
        return await database.InScopeAsync(scope =>
        {
            var reader = scope.GetRequiredService<SignalReader>();
            var start = Stopwatch.GetTimestamp();
            foreach (var talk in talks)
                reader.Read(talk, people);
            return Task.FromResult(Stopwatch.GetElapsedTime(start));
        });
    }
}
