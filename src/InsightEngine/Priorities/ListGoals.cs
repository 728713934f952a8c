using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Priorities;

/// <summary>Goals that a reader may see, with their last check-in and health as of a day.</summary>
public sealed class ListGoals(InsightDb db)
{
    /// <summary>Assesses the goals of a query that holds the reader's rights; goals that start later do not exist yet.</summary>
    public async Task<List<AssessedGoal>> ListAsync(Reader reader, IQueryable<Goal> goals, DateOnly asOf, CancellationToken ct)
    {
        var found = await goals.AsNoTracking().Where(g => g.Start <= asOf).OrderBy(g => g.Id).ToListAsync(ct);
        var ids = found.Select(g => g.Id).ToArray();
        var checkIns = (await db.VisibleCheckIns(reader).AsNoTracking()
                .Where(c => ids.Contains(c.GoalId) && c.Date <= asOf).OrderBy(c => c.Date).ToListAsync(ct))
            .ToLookup(c => c.GoalId);
        return [.. found.Select(g => new AssessedGoal(g, [.. checkIns[g.Id]], AssessGoal.Assess(g, [.. checkIns[g.Id]], asOf)))];
    }
}

/// <summary>A goal, its check-ins up to the day (oldest first), and its health then.</summary>
public sealed record AssessedGoal(Goal Goal, IReadOnlyList<CheckIn> CheckIns, GoalHealth Health)
{
    public CheckIn? Last => CheckIns.Count > 0 ? CheckIns[^1] : null;
}
