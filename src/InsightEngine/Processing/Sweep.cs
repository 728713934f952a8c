using InsightEngine.Data;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Processing;

/// <summary>The recurring job that finds evidence and imports whose job was never queued or died, from the outbox.</summary>
public sealed class Sweep(InsightDb db, QueueJobs queue, TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Patience;
        var tenants = await db.PendingEvidence
            .Where(p => p.ReceivedAt < before && p.Attempts < PendingEvidence.MostAttempts)
            .Select(p => p.TenantId).Distinct().ToListAsync(ct);
        foreach (var tenant in tenants)
            queue.EvidenceReceived(tenant);
        foreach (var import in await db.PendingImports.AsNoTracking().Where(p => p.ReceivedAt < before).ToListAsync(ct))
            queue.ImportReceived(import.TenantId, import.ImportId);
    }
}
