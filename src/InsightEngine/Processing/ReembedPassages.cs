using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Passages;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Processing;

/// <summary>
/// After a change of embedder: marks every source whose vectors another model made, so that it is read again. Runs at the
/// start of each worker; until a source's turn comes, search finds it by its words.
/// </summary>
public sealed class ReembedPassages(InsightDb db, StorePassages passages, QueueJobs queue, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var tenant in await db.Tenants.Select(t => t.Id).ToListAsync(ct))
        {
            await using var transaction = await db.BeginAsync(tenant, ct);
            var outdated = await db.Passages.Where(p => p.Model != passages.ModelId).Select(p => new { p.Kind, p.SourceId }).Distinct().ToListAsync(ct);
            if (outdated.Count == 0)
                continue;
            foreach (var group in outdated.GroupBy(o => o.Kind, o => o.SourceId))
                await db.MarkPendingAsync(tenant, group.Key, group, clock.GetUtcNow(), ct);
            await transaction.CommitAsync(ct);
            queue.EvidenceReceived(tenant);
        }
    }
}
