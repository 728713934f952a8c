using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Evidence;

namespace InsightEngine.Signals;

public static class VisibleSignals
{
    /// <summary>A signal is seen by whoever sees what it was read from.</summary>
    public static IQueryable<Signal> Of(InsightDb db, Reader reader) =>
        db.Signals.Where(s => db.VisibleConversations(reader).Any(c => c.Id == s.ConversationId));
}
