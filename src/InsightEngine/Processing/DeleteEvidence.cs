using InsightEngine.Data;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Processing;

/// <summary>Takes evidence out again with all that was derived from it.</summary>
public sealed class DeleteEvidence(InsightDb db, TimeProvider clock)
{
    /// <summary>Not found, deleted, or kept because other evidence would lose its owner or author.</summary>
    public async Task<Deletion> DeleteAsync(string tenantId, EvidenceKind kind, string id, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(tenantId, ct);
        var going = new List<(EvidenceKind Kind, string Id)> { (kind, id) };
        if (kind == EvidenceKind.Goal)
            going.AddRange((await db.CheckIns.Where(c => c.GoalId == id).Select(c => c.Id).ToListAsync(ct)).Select(c => (EvidenceKind.CheckIn, c)));
        foreach (var group in going.GroupBy(e => e.Kind, e => e.Id))
            await db.MarkPendingAsync(tenantId, group.Key, group, clock.GetUtcNow(), ct);

        if (kind == EvidenceKind.Person && await InUseAsync(id, ct) is { } reason)
            return new(false, reason);
        if (kind == EvidenceKind.Goal)
            await DetachGoalAsync(id, ct);
        var deleted = await (kind switch
        {
            EvidenceKind.Person => db.People.Where(e => e.Id == id).ExecuteDeleteAsync(ct),
            EvidenceKind.Goal => db.Goals.Where(e => e.Id == id).ExecuteDeleteAsync(ct),
            EvidenceKind.CheckIn => db.CheckIns.Where(e => e.Id == id).ExecuteDeleteAsync(ct),
            EvidenceKind.Feedback => db.Feedback.Where(e => e.Id == id).ExecuteDeleteAsync(ct),
            EvidenceKind.Conversation => db.Conversations.Where(e => e.Id == id).ExecuteDeleteAsync(ct),
            EvidenceKind.Work => db.WorkEvents.Where(e => e.Id == id).ExecuteDeleteAsync(ct),
        });
        if (deleted == 0)
            return new(false, null);
        foreach (var (goingKind, goingId) in going)
        {
            await db.Passages.Where(p => p.Kind == goingKind && p.SourceId == goingId).ExecuteDeleteAsync(ct);
            await db.PendingEvidence.Where(p => p.TenantId == tenantId && p.Kind == goingKind && p.Id == goingId).ExecuteDeleteAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return new(true, null);
    }

    async Task<string?> InUseAsync(string person, CancellationToken ct)
    {
        (string What, int Count)[] uses =
        [
            ("reports", await db.People.CountAsync(p => p.ManagerId == person, ct)),
            ("goals", await db.Goals.CountAsync(g => g.OwnerId == person, ct)),
            ("check-ins", await db.CheckIns.CountAsync(c => c.AuthorId == person, ct)),
            ("feedback items", await db.Feedback.CountAsync(f => f.FromId == person || f.ToId == person, ct)),
            ("conversations", await db.Conversations.CountAsync(c => c.ManagerId == person || c.ReportId == person, ct)),
            ("work events", await db.WorkEvents.CountAsync(w => w.PersonId == person, ct)),
        ];
        var standing = uses.Where(u => u.Count > 0).Select(u => $"{u.Count} {u.What}").ToList();
        return standing.Count == 0
            ? null
            : $"{person} still has {string.Join(", ", standing)}; delete or reassign those first, or set leftOn for somebody who left";
    }

    /// <summary>What pointed to the goal stays and points to none; without its hash, so that sending it again links it again.</summary>
    async Task DetachGoalAsync(string goal, CancellationToken ct)
    {
        await db.Goals.Where(g => g.ParentId == goal).ExecuteUpdateAsync(s => s.SetProperty(g => g.ParentId, (string?)null).SetProperty(g => g.ContentHash, Array.Empty<byte>()), ct);
        await db.Feedback.Where(f => f.GoalId == goal).ExecuteUpdateAsync(s => s.SetProperty(f => f.GoalId, (string?)null).SetProperty(f => f.ContentHash, Array.Empty<byte>()), ct);
        await db.WorkEvents.Where(w => w.GoalId == goal).ExecuteUpdateAsync(s => s.SetProperty(w => w.GoalId, (string?)null).SetProperty(w => w.ContentHash, Array.Empty<byte>()), ct);
    }
}

/// <summary>Whether it went; if it stays although it exists, why.</summary>
public sealed record Deletion(bool Done, string? Kept);
