using InsightEngine.Evidence;
using InsightEngine.Priorities;
using InsightEngine.Tests.Briefs;

namespace InsightEngine.Tests.Priorities;

public sealed class AssessGoalTests
{
    static readonly DateOnly Start = new(2026, 1, 5);

    [Fact]
    public void Fourteen_days_of_silence_are_fine_and_fifteen_are_a_stall()
    {
        Assert.Equal(GoalState.OnTrack, Assess(Start.AddDays(24), Sample.CheckIn(Start.AddDays(10), 10)).State);
        var stalled = Assess(Start.AddDays(25), Sample.CheckIn(Start.AddDays(10), 10));
        Assert.Equal((GoalState.Stalled, Start.AddDays(25)), (stalled.State, stalled.Since));
    }

    [Fact]
    public void Progress_far_behind_the_time_that_has_passed_is_a_stall_since_the_day_it_fell_behind()
    {
        // 176 days in all: 35 % of them have passed on day 61, and 25 points more than 8 % on day 59.
        var health = Assess(Start.AddDays(61), Sample.CheckIn(Start.AddDays(50), 8));
        Assert.Equal((GoalState.Stalled, Start.AddDays(59)), (health.State, health.Since));
    }

    [Fact]
    public void A_goal_that_reached_its_target_is_achieved_also_after_silence() =>
        Assert.Equal(GoalState.Achieved, Assess(Start.AddDays(160), Sample.CheckIn(Start.AddDays(60), 100)).State);

    [Fact]
    public void A_goal_past_its_day_that_did_not_reach_its_target_is_missed() =>
        Assert.Equal((GoalState.Missed, new DateOnly(2026, 7, 1)), (Assess(new(2026, 7, 10), Sample.CheckIn(new(2026, 6, 29), 80)) is var h ? (h.State, h.Since) : default));

    [Fact]
    public void An_owner_who_says_at_risk_is_believed() =>
        Assert.Equal(GoalState.AtRisk, Assess(Start.AddDays(12), Sample.CheckIn(Start.AddDays(10), 10, confidence: Confidence.AtRisk)).State);

    [Fact]
    public void A_verdict_of_silence_cites_the_last_check_in_or_else_the_goal()
    {
        Assert.Equal("G1@2026-01-15", Assess(Start.AddDays(40), Sample.CheckIn(Start.AddDays(10), 10, "Started.")).Evidence[0].Id);
        Assert.Equal((CitationType.Goal, "Plan all five lines from one board"), Assess(Start.AddDays(40)) is { Evidence: [var c] } ? (c.Type, c.Quote) : default);
    }

    static GoalHealth Assess(DateOnly asOf, params CheckIn[] checkIns) => AssessGoal.Assess(Sample.Goal(), checkIns, asOf);
}
