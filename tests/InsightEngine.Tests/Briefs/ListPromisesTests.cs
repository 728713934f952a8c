using InsightEngine.Briefs;
using InsightEngine.Signals;

namespace InsightEngine.Tests.Briefs;

public sealed class ListPromisesTests
{
    [Fact]
    public void Overdue_promises_come_before_undated_ones_and_those_not_due_stay_out()
    {
        var talk = Sample.Talk(
            "T1", Sample.Day.AddDays(-20),
            ("A", "I will talk to the supplier about the sensors.", SignalKind.Commitment),
            ("B", "I will send the list of lines.", SignalKind.Commitment),
            ("A", "I will book the hall for the summer.", SignalKind.Commitment));
        talk.Signals[1].Due = Sample.Day.AddDays(-10);
        talk.Signals[2].Due = Sample.Day.AddDays(30);

        var promises = ListPromises.List(Sample.Evidence(talks: [talk]));

        Assert.Equal([("B", CommitmentState.Overdue), ("A", CommitmentState.Open)], promises.Select(p => (p.By, p.State)));
        Assert.All(promises, p => Assert.Contains(p.Evidence[0].Quote, string.Join('\n', talk.Utterances.Select(u => u.Text))));
    }

    [Fact]
    public void A_promise_that_a_later_talk_says_is_done_is_gone()
    {
        var made = Sample.Talk("T1", Sample.Day.AddDays(-20), ("A", "I will call the supplier about the sensors.", SignalKind.Commitment));
        var kept = Sample.Talk("T2", Sample.Day.AddDays(-6), ("A", "I called the supplier about the sensors, they come in May.", null));
        kept.Utterances[0].Done = 0.9f;
        Assert.Empty(ListPromises.List(Sample.Evidence(talks: [made, kept])));
    }
}
