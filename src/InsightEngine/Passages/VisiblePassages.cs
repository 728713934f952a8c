using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Evidence;

namespace InsightEngine.Passages;

public static class VisiblePassages
{
    /// <summary>A passage is seen by whoever sees its source; there is one definition of rights, and it is part of the query.</summary>
    public static IQueryable<Passage> Of(InsightDb db, Reader reader) =>
        db.Passages.Where(p =>
            (p.Kind == EvidenceKind.Conversation && db.VisibleConversations(reader).Select(c => c.Id).Contains(p.SourceId))
            || (p.Kind == EvidenceKind.Goal && db.VisibleGoals(reader).Select(g => g.Id).Contains(p.SourceId))
            || (p.Kind == EvidenceKind.CheckIn && db.VisibleCheckIns(reader).Select(c => c.Id).Contains(p.SourceId))
            || (p.Kind == EvidenceKind.Feedback && db.VisibleFeedback(reader).Select(f => f.Id).Contains(p.SourceId))
            || (p.Kind == EvidenceKind.Work && db.VisibleWork(reader).Select(w => w.Id).Contains(p.SourceId)));
}
