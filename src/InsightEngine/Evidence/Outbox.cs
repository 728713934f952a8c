using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Evidence;

/// <summary>Marks evidence as to be processed.</summary>
static class Outbox
{
    /// <summary>
    /// Call it first in the transaction that changes the evidence: the row's lock makes writers and the job that derives from
    /// the same evidence wait for each other, always in this order.
    /// </summary>
    public static Task MarkPendingAsync(
        this InsightDb db, string tenant, EvidenceKind kind, IEnumerable<string> ids, DateTimeOffset now, CancellationToken ct)
    {
        // In one order everywhere, so that two batches cannot wait for each other in a circle.
        var sorted = ids.Distinct().Order(StringComparer.Ordinal).ToArray();
        var word = kind.Word();
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into pending_evidence (tenant_id, kind, id, received_at, attempts)
            select {tenant}, {word}, id, {now}, 0 from unnest({sorted}) with ordinality as u(id, n) order by n
            on conflict (tenant_id, kind, id) do update set received_at = excluded.received_at, attempts = 0
            """, ct);
    }
}
