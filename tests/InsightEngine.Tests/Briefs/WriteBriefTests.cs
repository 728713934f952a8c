using InsightEngine.Briefs;
using InsightEngine.Evidence;
using InsightEngine.Signals;

namespace InsightEngine.Tests.Briefs;

public sealed class WriteBriefTests
{
    [Fact]
    public void A_goal_with_its_number_its_note_and_what_was_said_about_it_is_one_item()
    {
        var evidence = Sample.Evidence(
            [Sample.Assessed(Sample.CheckIn(Sample.Day.AddDays(-5), 40, "Two lines run from the board.", Confidence.AtRisk, value: 2))],
            [Sample.Talk("T1", Sample.Day.AddDays(-7), ("A", "How are the lines?", null), ("B", "The lines wait for sensors that nobody has ordered for the board.", SignalKind.Blocker))]);

        var item = Assert.Single(Write(evidence)).Item;

        Assert.StartsWith("Plan all five lines from one board: 2 of 5 lines, at risk.", item.Text);
        Assert.Contains("13 March: “Two lines run from the board.”", item.Text);
        Assert.Contains("Ben on 11 March: “The lines wait for sensors", item.Text);
        Assert.Equal([CitationType.CheckIn, CitationType.Conversation], item.Evidence.Select(e => e.Type));
    }

    [Fact]
    public void A_goal_that_counts_down_shows_value_and_target()
    {
        var goal = Sample.Goal();
        (goal.MetricStart, goal.MetricTarget, goal.MetricUnit) = (900, 300, "ms");
        var checkIn = Sample.CheckIn(Sample.Day.AddDays(-2), 50, "Better.", value: 560);
        var evidence = Sample.Evidence([new(goal, [checkIn], InsightEngine.Priorities.AssessGoal.Assess(goal, [checkIn], Sample.Day))]);
        Assert.Contains("560 ms, target 300.", Assert.Single(Write(evidence)).Item.Text);
    }

    [Fact]
    public void A_goal_without_news_says_for_how_long()
    {
        var evidence = Sample.Evidence([Sample.Assessed(Sample.CheckIn(Sample.Day.AddDays(-23), 40, "Two lines run."))]);
        var (section, item) = Assert.Single(Write(evidence));
        Assert.Contains("no check-in for 23 days", item.Text);
        Assert.Equal(SectionKind.Stalled, section);
    }

    [Fact]
    public void What_an_unknown_speaker_said_is_charged_to_nobody()
    {
        var talk = Sample.Talk("T1", Sample.Day.AddDays(-7), ("X", "Nothing works without the sensors.", SignalKind.Blocker));
        Assert.Empty(Write(Sample.Evidence(talks: [talk])));
    }

    [Fact]
    public void The_same_evidence_gives_the_same_items()
    {
        var evidence = Sample.Evidence(
            feedback: [Sample.Feedback("F1", "C", "B", "Thank you for the plan."), Sample.Feedback("F2", "C", "B", "Thank you for the plan.")]);
        var reversed = evidence with { Feedback = [.. evidence.Feedback.Reverse()] };
        Assert.Equal(Write(evidence).Select(w => w.Item.Text + w.Item.Evidence[0].Id), Write(reversed).Select(w => w.Item.Text + w.Item.Evidence[0].Id));
    }

    static IReadOnlyList<(SectionKind Section, BriefItem Item)> Write(BriefEvidence evidence) =>
        new WriteBrief(evidence).Write(SelectPoints.Select(new FindPoints(evidence).Find(), 16));
}
