using InsightEngine.Signals;

namespace InsightEngine.Tests.Signals;

public class FollowPromisesTests
{
    static readonly DateOnly Made = new(2026, 3, 4), Due = new(2026, 3, 13), Later = new(2026, 4, 1);

    static readonly Promise Boiler = new("boiler", "kim", "lee", "I'll get the boiler certificate by the thirteenth.", "The inspector wants it.", Made, Due);
    static readonly Promise Course = new("course", "kim", "lee", "I'll book you on it.", "There's a welding course in Bath.", Made, null);

    static readonly WordRarity Rarity = new(
        [Boiler.Said, Boiler.Around, Course.Said, Course.Around, "How are you?", "I'll do it.", "That's good.", "It was on the table.", "And then I said to him, no."]);

    static IReadOnlyDictionary<string, Outcome> Follow(DateOnly asOf, params LaterWord[] words) => new FollowPromises(Rarity).Follow([Boiler, Course], words, asOf);

    static LaterWord Said(string text, double done, double dropped, string by = "lee", string to = "kim", DateOnly? on = null) =>
        new($"{text}@{on ?? Later}", by, to, text, "", on ?? Later, done, dropped);

    [Fact]
    public void Until_its_day_a_promise_is_open_and_overdue_after_it()
    {
        Assert.Equal(CommitmentState.Open, Follow(Due)["boiler"].State);
        Assert.Equal((CommitmentState.Overdue, Due.AddDays(1)), (Follow(Due.AddDays(1))["boiler"].State, Follow(Due.AddDays(1))["boiler"].Since));
    }

    [Fact]
    public void Without_a_day_it_stays_open() => Assert.Equal(CommitmentState.Open, Follow(Later)["course"].State);

    [Fact]
    public void It_does_not_exist_before_it_was_made() => Assert.Empty(Follow(Made.AddDays(-1)));

    [Fact]
    public void A_later_word_closes_the_promise_that_it_is_most_like()
    {
        var outcomes = Follow(Later, Said("The boiler certificate came, thanks.", 0.9, 0));
        Assert.Equal(CommitmentState.Kept, outcomes["boiler"].State);
        Assert.Equal(Later, outcomes["boiler"].Since);
        Assert.Equal(CommitmentState.Open, outcomes["course"].State);
    }

    [Fact]
    public void What_was_said_around_it_names_the_matter() =>
        Assert.Equal(CommitmentState.Dropped, Follow(Later, Said("I heard nothing about the welding course.", 0, 0.8))["course"].State);

    [Fact]
    public void Words_after_the_day_asked_for_are_not_heard_yet() =>
        Assert.Equal(CommitmentState.Overdue, Follow(Later.AddDays(-1), Said("The boiler certificate came.", 0.9, 0))["boiler"].State);

    [Fact]
    public void Words_that_hardly_tell_are_left() => Assert.Equal(CommitmentState.Overdue, Follow(Later, Said("The boiler certificate came.", 0.15, 0.1))["boiler"].State);

    [Fact]
    public void Words_of_strangers_are_left() =>
        Assert.Equal(CommitmentState.Overdue, Follow(Later, Said("The boiler certificate came.", 0.9, 0, "sam", "ira"))["boiler"].State);

    [Fact]
    public void The_last_word_counts()
    {
        var broken = Said("There is no boiler certificate.", 0, 0.9);
        var mended = Said("The boiler certificate came.", 0.9, 0, on: Later.AddDays(20));
        Assert.Equal(CommitmentState.Kept, Follow(Later.AddDays(30), mended, broken)["boiler"].State);
    }

    [Fact]
    public void Work_closes_only_its_authors_promises()
    {
        LaterWord Work(string by) => new("W1", by, null, "Boiler certificate issued by the inspector", "", Later, 1, 0);
        Assert.Equal(CommitmentState.Kept, Follow(Later, Work("kim"))["boiler"].State);
        Assert.Equal(CommitmentState.Overdue, Follow(Later, Work("lee"))["boiler"].State);
    }
}
