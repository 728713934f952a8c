using System.Diagnostics;
using InsightEngine.Access;
using InsightEngine.Passages;
using Microsoft.Extensions.DependencyInjection;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Searches in the large tenant: a manager's within one report, and within all that they may see, all compared (no approximate index is made).</summary>
static class SearchBench
{
    const int Searches = 15;

    static readonly string[] Queries =
        ["what slows the release down", "feedback on presentations", "waiting for the supplier", "who trained the new colleagues", "the migration of the old system"];

    public static async Task<IReadOnlyList<BenchResult>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var tenant = await bench.TenantOfAsync(bench.Sized(BriefBench.Large), ct);
        var random = new Random(1);
        List<double> within = [], whole = [];
        for (var i = 0; i < Searches; i++)
        {
            var (manager, report) = tenant.Pairs[random.Next(tenant.Pairs.Count)];
            within.Add(await SearchAsync(tenant, manager, report, Queries[i % Queries.Length], ct));
            whole.Add(await SearchAsync(tenant, manager, null, Queries[i % Queries.Length], ct));
        }
        return
        [
            BenchResult.Of($"p50 within a person, {tenant.Passages:N0} passages", within, "ms"),
            BenchResult.Of("p50 in all that a manager may see", whole, "ms"),
        ];
    }

    static async Task<double> SearchAsync(LargeTenant tenant, string manager, string? person, string query, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        await tenant.Database.AsTenantAsync(
            LargeTenant.Id, (scope, _) => scope.GetRequiredService<SearchPassages>().SearchAsync(new Reader(LargeTenant.Id, manager), query, person, 10, ct), ct);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
