using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Evidence;

namespace InsightEngine.Passages;

public static class VisiblePassages
{
    /// <summary>
    /// A passage is seen by whoever sees its source; there is one definition of rights, and it is part of the query. Kind by
    /// kind, so that each finds its passages by their key from the few sources that the reader sees.
    /// </summary>
    /// <param name="person">Only from sources that this person wrote, owns or takes part in; null for all.</param>
    public static IQueryable<Passage> Of(InsightDb db, Reader reader, string? person)
    {
        var conversations = db.VisibleConversations(reader).Where(c => person == null || c.ManagerId == person || c.ReportId == person).Select(c => c.Id);
        var goals = db.VisibleGoals(reader).Where(g => person == null || g.OwnerId == person).Select(g => g.Id);
        var checkIns = db.VisibleCheckIns(reader)
            .Where(c => person == null || c.AuthorId == person || db.Goals.Any(g => g.Id == c.GoalId && g.OwnerId == person)).Select(c => c.Id);
        var feedback = db.VisibleFeedback(reader).Where(f => person == null || f.FromId == person || f.ToId == person).Select(f => f.Id);
        var work = db.VisibleWork(reader).Where(w => person == null || w.PersonId == person).Select(w => w.Id);
        return db.Passages.Where(p => p.Kind == EvidenceKind.Conversation && conversations.Contains(p.SourceId))
            .Concat(db.Passages.Where(p => p.Kind == EvidenceKind.Goal && goals.Contains(p.SourceId)))
            .Concat(db.Passages.Where(p => p.Kind == EvidenceKind.CheckIn && checkIns.Contains(p.SourceId)))
            .Concat(db.Passages.Where(p => p.Kind == EvidenceKind.Feedback && feedback.Contains(p.SourceId)))
            .Concat(db.Passages.Where(p => p.Kind == EvidenceKind.Work && work.Contains(p.SourceId)));
    }
}
