namespace InsightEngine.Evaluation.Bench;

/// <summary>What the parts of one run share: sizes, the clock, and the large tenants that take long to make.</summary>
sealed class BenchContext(double scale, TimeProvider clock) : IAsyncDisposable
{
    readonly Dictionary<int, LargeTenant> tenants = [];

    public double Scale => scale;
    public TimeProvider Clock => clock;

    public int Sized(int usual) => Math.Max(1, (int)(usual * scale));

    /// <summary>A tenant of about so many passages, on a database of its own that this run keeps.</summary>
    public async Task<LargeTenant> TenantOfAsync(int passages, CancellationToken ct) =>
        tenants.TryGetValue(passages, out var tenant) ? tenant : tenants[passages] = await LargeTenant.MakeAsync(passages, ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var tenant in tenants.Values)
            await tenant.DisposeAsync();
    }
}
