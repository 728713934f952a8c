using System.ClientModel;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Passages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InsightEngine.Processing;

/// <summary>
/// The job that brings a tenant's received evidence into the answers. It takes pending rows batch by batch under a lock that
/// others skip, so it may run twice, beside itself, or be killed anywhere, and ends the same.
/// </summary>
public sealed partial class ProcessEvidence(InsightDb db, ReadEvidence read, StorePassages passages, TimeProvider clock, ILogger<ProcessEvidence> log)
{
    /// <summary>Items of one batch: enough to embed well, few enough that a killed worker loses little.</summary>
    const int BatchSize = 64;

    /// <summary>Talks of one batch: reading them takes seconds each, and whoever sends one of them anew waits for the batch.</summary>
    const int MostTalks = 4;

    public async Task RunAsync(string tenantId, CancellationToken ct)
    {
        var size = BatchSize;
        for (var failures = 0; ;)
        {
            try
            {
                if (await ProcessBatchAsync(tenantId, size, ct) == 0)
                    return;
                (size, failures) = (BatchSize, 0);
            }
            catch (Exception e) when (!IsPassing(e))
            {
                LogBatchFailed(e.GetType().Name, tenantId, size);
                db.ChangeTracker.Clear();
                // One bad item must not hold up the others: alone, it is counted against itself and goes to the end.
                if (size == 1)
                    await CountFailureAsync(tenantId, ct);
                // Several in a row are no matter of one item: the job fails, and is tried again later.
                if (size == 1 && ++failures == 3)
                    throw;
                size = 1;
            }
        }
    }

    /// <summary>A fault of the surroundings, that no item is to blame for.</summary>
    static bool IsPassing(Exception e) =>
        e is OperationCanceledException or HttpRequestException or ClientResultException
        || e is NpgsqlException { IsTransient: true }
        || (e.InnerException is { } inner && IsPassing(inner));

    async Task<int> ProcessBatchAsync(string tenantId, int size, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(tenantId, ct);
        var pending = WithFewTalks(await ClaimAsync(tenantId, size, ct));
        if (pending.Count == 0)
            return 0;
        string[] Ids(EvidenceKind kind) => [.. pending.Where(p => p.Kind == kind).Select(p => p.Id)];

        List<PassageDraft> drafts =
        [
            .. await read.ConversationsAsync(tenantId, Ids(EvidenceKind.Conversation), ct),
            .. await read.GoalsAsync(Ids(EvidenceKind.Goal), ct),
            .. await read.CheckInsAsync(Ids(EvidenceKind.CheckIn), ct),
            .. await read.FeedbackAsync(Ids(EvidenceKind.Feedback), ct),
            .. await read.WorkAsync(Ids(EvidenceKind.Work), ct),
        ];
        await passages.ReplaceAsync(tenantId, [.. pending.Select(p => (p.Kind, p.Id))], drafts, ct);

        // Before this batch's own rows go, so that what is in it already is not read twice.
        await MarkDependentsAsync(tenantId, Ids(EvidenceKind.Person), Ids(EvidenceKind.Goal), ct);
        foreach (var group in pending.GroupBy(p => p.Kind, p => p.Id))
        {
            var ids = group.ToArray();
            await db.PendingEvidence.Where(p => p.TenantId == tenantId && p.Kind == group.Key && ids.Contains(p.Id)).ExecuteDeleteAsync(ct);
        }
        var now = clock.GetUtcNow();
        await db.Tenants.Where(t => t.Id == tenantId).ExecuteUpdateAsync(s => s.SetProperty(t => t.LastProcessedAt, now), ct);
        await transaction.CommitAsync(ct);
        LogProcessed(pending.Count, drafts.Count, tenantId);
        return pending.Count;
    }

    Task<List<PendingEvidence>> ClaimAsync(string tenantId, int size, CancellationToken ct) =>
        db.PendingEvidence.FromSql(
            $"""
            select * from pending_evidence
            where tenant_id = {tenantId} and attempts < {PendingEvidence.MostAttempts}
            order by attempts, received_at, kind, id limit {size} for update skip locked
            """).AsNoTracking().ToListAsync(ct);

    static List<PendingEvidence> WithFewTalks(List<PendingEvidence> pending)
    {
        var beyond = pending.Where(p => p.Kind == EvidenceKind.Conversation).Skip(MostTalks).ToHashSet();
        return [.. pending.Where(p => !beyond.Contains(p))];
    }

    /// <summary>Whoever has a new name may now be known in talks read before; a goal's title is part of what its check-ins mean.</summary>
    async Task MarkDependentsAsync(string tenantId, string[] people, string[] goals, CancellationToken ct)
    {
        if (people.Length > 0)
            await db.MarkPendingAsync(tenantId, EvidenceKind.Conversation, await read.TalksOfAsync(people, ct), clock.GetUtcNow(), ct);
        if (goals.Length > 0)
            await db.MarkPendingAsync(tenantId, EvidenceKind.CheckIn, await read.CheckInsOfAsync(goals, ct), clock.GetUtcNow(), ct);
    }

    async Task CountFailureAsync(string tenantId, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(tenantId, ct);
        foreach (var failed in await ClaimAsync(tenantId, 1, ct))
            await db.PendingEvidence
                .Where(p => p.TenantId == tenantId && p.Kind == failed.Kind && p.Id == failed.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Attempts, p => p.Attempts + 1), ct);
        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(LogLevel.Information, "processed {Items} items into {Passages} passages for tenant {TenantId}")]
    partial void LogProcessed(int items, int passages, string tenantId);

    [LoggerMessage(LogLevel.Warning, "{Error} in a batch of {Size} of tenant {TenantId}")]
    partial void LogBatchFailed(string error, string tenantId, int size);
}
