using System.Diagnostics;
using InsightEngine.Access;
using InsightEngine.Briefs;
using Microsoft.Extensions.DependencyInjection;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Briefs asked for by many callers at once: what a tenant of twenty times the passages adds to their time.</summary>
static class BriefBench
{
    public const int Large = 200_000;
    const int Small = 10_000, Callers = 16, CallsEach = 30, Rounds = 5;
    static readonly BenchGoal Goal = BenchGoal.NoMore(1.5);

    public static async Task<IReadOnlyList<BenchResult>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        LargeTenant[] tenants = [await bench.TenantOfAsync(bench.Sized(Small), ct), await bench.TenantOfAsync(bench.Sized(Large), ct)];
        var rounds = tenants.Select(_ => new List<double[]>()).ToArray();
        foreach (var tenant in tenants)
            await CallAsync(tenant, seed: -1, ct);
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < tenants.Length; i++)
                rounds[i].Add(await CallAsync(tenants[i], round, ct));

        BenchResult Ratio(string what, double share) => BenchResult.Of(
            what, [.. rounds[1].Zip(rounds[0], (large, small) => BenchResult.Percentile(large, share) / BenchResult.Percentile(small, share))], "×", Goal,
            Rounds * Callers * CallsEach);
        BenchResult Time(int i, string what, double share) => BenchResult.Of(
            $"{what}, {tenants[i].Passages:N0} passages", [.. rounds[i].Select(r => BenchResult.Percentile(r, share))], "ms", n: Rounds * Callers * CallsEach);
        return
        [
            Ratio("p50, large against small", 0.5), Ratio("p99, large against small", 0.99),
            Time(0, "p50", 0.5), Time(1, "p50", 0.5), Time(0, "p99", 0.99), Time(1, "p99", 0.99),
        ];
    }

    /// <summary>The milliseconds of each call.</summary>
    static async Task<double[]> CallAsync(LargeTenant tenant, int seed, CancellationToken ct)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random(seed * Callers + caller);
            var its = new double[CallsEach];
            for (var call = 0; call < CallsEach; call++)
            {
                var (manager, report) = tenant.Pairs[random.Next(tenant.Pairs.Count)];
                var start = Stopwatch.GetTimestamp();
                var brief = await tenant.Database.AsTenantAsync(
                    LargeTenant.Id,
                    (scope, _) => scope.GetRequiredService<PrepareBrief>().PrepareAsync(new Reader(LargeTenant.Id, manager), report, FixtureCompany.LastDay, ct), ct);
                its[call] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (brief is not { Sections.Count: > 0 })
                    throw new InvalidOperationException($"No brief for {manager} on {report}.");
            }
            return its;
        }, ct)));
        return [.. times.SelectMany(t => t)];
    }
}
