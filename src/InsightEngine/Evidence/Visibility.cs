using InsightEngine.Access;
using InsightEngine.Data;

namespace InsightEngine.Evidence;

/// <summary>Who may see what, as parts of the query: what these do not return does not exist for the reader.</summary>
public static class Visibility
{
    /// <summary>Everyone knows who works here.</summary>
    public static IQueryable<Person> VisiblePeople(this InsightDb db, Reader reader) => db.People.Where(p => p.TenantId == reader.TenantId);

    /// <summary>Goals are open to all, unless the tenant keeps them to the owner and the owner's managers.</summary>
    public static IQueryable<Goal> VisibleGoals(this InsightDb db, Reader reader) =>
        db.Goals.Where(g =>
            g.OwnerId == reader.PersonId
            || db.Tenants.Any(t => t.Id == reader.TenantId && t.OpenGoals)
            || db.ReportsOf(reader.TenantId, reader.PersonId).Any(r => r.PersonId == g.OwnerId));

    public static IQueryable<CheckIn> VisibleCheckIns(this InsightDb db, Reader reader) =>
        db.CheckIns.Where(c => c.AuthorId == reader.PersonId || db.VisibleGoals(reader).Any(g => g.Id == c.GoalId));

    /// <summary>The giver always sees what they wrote; for the rest see <see cref="FeedbackVisibility"/>.</summary>
    public static IQueryable<Feedback> VisibleFeedback(this InsightDb db, Reader reader) =>
        db.Feedback.Where(f =>
            f.FromId == reader.PersonId
            || f.Visibility == FeedbackVisibility.Public
            || (f.ToId == reader.PersonId && f.Visibility != FeedbackVisibility.ManagerOnly)
            || (
                f.ToId != reader.PersonId
                && f.Visibility != FeedbackVisibility.RecipientOnly
                && db.ReportsOf(reader.TenantId, reader.PersonId).Any(r => r.PersonId == f.ToId)));

    /// <summary>A talk belongs to the two who had it; a new manager does not inherit it.</summary>
    public static IQueryable<Conversation> VisibleConversations(this InsightDb db, Reader reader) =>
        db.Conversations.Where(c => c.ManagerId == reader.PersonId || c.ReportId == reader.PersonId);

    public static IQueryable<WorkEvent> VisibleWork(this InsightDb db, Reader reader) =>
        db.WorkEvents.Where(w =>
            w.PersonId == reader.PersonId || db.ReportsOf(reader.TenantId, reader.PersonId).Any(r => r.PersonId == w.PersonId));
}
