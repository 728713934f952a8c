using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Priorities;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Briefs;

/// <summary>Reads the evidence of a brief under the manager's rights. What lies further back than the windows has been talked about.</summary>
public sealed class GatherEvidence(InsightDb db, ListGoals goals)
{
    /// <summary>Days back for feedback and work; a goal that ended is of interest for a month.</summary>
    const int Window = 150;
    const int AfterGoal = 30;

    /// <summary>Promises and wishes live long, so talks reach further back: a year of fortnightly ones.</summary>
    const int MostTalks = 26;

    /// <summary>Null unless the reader is the report's manager now.</summary>
    public async Task<BriefEvidence?> GatherAsync(Reader reader, string reportId, DateOnly asOf, CancellationToken ct)
    {
        var report = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == reportId && p.ManagerId == reader.PersonId, ct);
        if (report is null)
            return null;
        var manager = await db.People.AsNoTracking().SingleAsync(p => p.Id == reader.PersonId, ct);
        var since = asOf.AddDays(-Window);
        var current = asOf.AddDays(-AfterGoal);
        var assessed = await goals.ListAsync(reader, db.VisibleGoals(reader).Where(g => g.OwnerId == reportId && g.Due >= current), asOf, ct);
        var feedback = await db.VisibleFeedback(reader).AsNoTracking()
            .Where(f => (f.ToId == reportId || f.FromId == reportId) && f.Date > since && f.Date <= asOf)
            .OrderBy(f => f.Date).ThenBy(f => f.Id).ToListAsync(ct);
        var work = await db.VisibleWork(reader).AsNoTracking()
            .Where(w => w.PersonId == reportId && w.Date > since && w.Date <= asOf)
            .OrderBy(w => w.Date).ThenBy(w => w.Id).ToListAsync(ct);
        var talks = await TalksAsync(reader, reportId, asOf, ct);
        return new(manager, report, asOf, assessed, talks, feedback, work, await NamesAsync(feedback, ct));
    }

    /// <summary>The pair's last talks, oldest first; a talk of the day itself is the one being prepared.</summary>
    async Task<List<Talk>> TalksAsync(Reader reader, string reportId, DateOnly asOf, CancellationToken ct)
    {
        var talks = await db.VisibleConversations(reader)
            .Where(c => c.ManagerId == reader.PersonId && c.ReportId == reportId && c.Date < asOf)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.Id).Take(MostTalks)
            .Select(c => new { c.Id, c.Date }).ToListAsync(ct);
        var ids = talks.Select(t => t.Id).ToArray();
        var utterances = (await db.Utterances.AsNoTracking().Where(u => ids.Contains(u.ConversationId)).OrderBy(u => u.Number).ToListAsync(ct))
            .ToLookup(u => u.ConversationId);
        var signals = (await db.Signals.AsNoTracking().Where(s => ids.Contains(s.ConversationId)).OrderBy(s => s.UtteranceNumber).ThenBy(s => s.Kind).ToListAsync(ct))
            .ToLookup(s => s.ConversationId);
        talks.Reverse();
        return [.. talks.Select(t => new Talk(t.Id, t.Date, [.. utterances[t.Id]], [.. signals[t.Id]]))];
    }

    async Task<Dictionary<string, string>> NamesAsync(List<Feedback> feedback, CancellationToken ct)
    {
        var ids = feedback.SelectMany(f => new[] { f.FromId, f.ToId }).Distinct().ToArray();
        return await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }
}
