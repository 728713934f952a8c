using InsightEngine.Signals;

namespace InsightEngine.Tests.Signals;

public class DueDateTests
{
    /// <summary>A Wednesday.</summary>
    static readonly DateOnly Talk = new(2026, 5, 13);

    static string? Due(string text, string? before = null, string? after = null, DateOnly? talk = null) =>
        DueDate.Resolve(text, before is null ? [] : [before], after is null ? [] : [after], talk ?? Talk)?.ToString("yyyy-MM-dd");

    [Theory]
    [InlineData("I'll send it today.", "2026-05-13")]
    [InlineData("I'll send it tonight", "2026-05-13")]
    [InlineData("I'll ring the lab this afternoon.", "2026-05-13")]
    [InlineData("I'll sign it before lunch.", "2026-05-13")]
    [InlineData("You'll have it by half past four.", "2026-05-13")]
    [InlineData("I'll call them as soon as we hang up.", "2026-05-13")]
    [InlineData("I'll do it now, in front of you.", "2026-05-13")]
    [InlineData("I'll have it done by close of play.", "2026-05-13")]
    [InlineData("I'll do it tomorrow morning.", "2026-05-14")]
    [InlineData("It'll be with you first thing.", "2026-05-14")]
    [InlineData("I'll have it by end of day tomorrow.", "2026-05-14")]
    [InlineData("I'll ask her the day after tomorrow.", "2026-05-15")]
    public void Near_moments_are_today_or_tomorrow(string text, string due) => Assert.Equal(due, Due(text));

    [Theory]
    [InlineData("I'll send it by Friday.", "2026-05-15")]
    [InlineData("i'll send it by friday i need two more numbers", "2026-05-15")]
    [InlineData("I send it until Friday.", "2026-05-15")]
    [InlineData("I'll do it first thing Monday.", "2026-05-18")]
    [InlineData("I'll bring it to Monday's meeting.", "2026-05-18")]
    [InlineData("I'll do it next Wednesday.", "2026-05-20")]
    [InlineData("I'll do it next Friday.", "2026-05-22")]
    [InlineData("I'll have it done this Friday.", "2026-05-15")]
    [InlineData("I'll be there Thursday week.", "2026-05-21")]
    [InlineData("I'll be there a week on Monday.", "2026-05-25")]
    [InlineData("I'll show you Friday of next week.", "2026-05-22")]
    [InlineData("I'll do it next week. Tuesday.", "2026-05-19")]
    [InlineData("I'll do it on Wednesday.", "2026-05-20")]
    [InlineData("I'll call him Monday the eighteenth.", "2026-05-18")]
    public void Weekdays_are_read_from_the_day_of_the_talk(string text, string due) => Assert.Equal(due, Due(text));

    [Theory]
    [InlineData("I'll do it this week.", "2026-05-15")]
    [InlineData("I'll do it by the end of next week.", "2026-05-22")]
    [InlineData("I'll read it this weekend.", "2026-05-17")]
    [InlineData("I'll book it the week after next.", "2026-05-29")]
    [InlineData("I'll write it in the second week of June.", "2026-06-12")]
    [InlineData("I'll set it up for the week of the twenty-fifth.", "2026-05-29")]
    [InlineData("I'll do it in two weeks.", "2026-05-27")]
    [InlineData("I'll do it in a fortnight.", "2026-05-27")]
    [InlineData("I'll have it within ten days.", "2026-05-23")]
    [InlineData("I'll look at it in a couple of days.", "2026-05-15")]
    [InlineData("I'll come back to you in a week's time.", "2026-05-20")]
    [InlineData("I'll have it done by month end.", "2026-05-29")]
    [InlineData("I'll have it done by the end of the month.", "2026-05-29")]
    [InlineData("I'll write it before the month's out.", "2026-05-29")]
    [InlineData("I'll have a draft by mid-June.", "2026-06-15")]
    [InlineData("I'll finish it before August.", "2026-07-31")]
    [InlineData("I'll close it in Q3.", "2026-09-30")]
    [InlineData("I'll close it this quarter.", "2026-06-30")]
    [InlineData("I'll hand it over before Christmas.", "2026-12-24")]
    public void Spans_end_on_their_last_working_day(string text, string due) => Assert.Equal(due, Due(text));

    [Theory]
    [InlineData("You'll have it by the twentieth.", "2026-05-20")]
    [InlineData("You'll have it before the twentieth.", "2026-05-20")]
    [InlineData("You'll have it by the 6th.", "2026-06-06")]
    [InlineData("You'll have it on the 14th of June.", "2026-06-14")]
    [InlineData("You'll have it June 3rd.", "2026-06-03")]
    [InlineData("You'll have it by 3 June.", "2026-06-03")]
    [InlineData("you'll have it until sixth of june", "2026-06-06")]
    [InlineData("You'll have it by the twenty-second.", "2026-05-22")]
    [InlineData("You'll have it by 2026-06-05.", "2026-06-05")]
    [InlineData("You'll have it by 5/6.", "2026-06-05")]
    [InlineData("You'll have it by January 12th.", "2027-01-12")]
    public void Dates_are_the_next_to_come(string text, string due) => Assert.Equal(due, Due(text));

    [Fact]
    public void Easter_moves_with_the_year()
    {
        Assert.Equal("2026-04-02", Due("I'll set it up before Easter.", talk: new(2026, 3, 25)));
        Assert.Equal("2027-03-25", Due("I'll set it up before Easter.", talk: new(2027, 3, 1)));
    }

    [Theory]
    [InlineData("I'll talk to the board.")]
    [InlineData("I'll send you the numbers every Friday.")]
    [InlineData("I'll take the Fridays.")]
    [InlineData("I'll fix it, it has been broken since Monday.")]
    [InlineData("I'll raise it. He told me on Friday.")]
    [InlineData("I'll do the first draft.")]
    [InlineData("I may march over there, just give me a second one.")]
    [InlineData("I'll get it down to ten per cent.")]
    [InlineData("I'll bring it next time.")]
    [InlineData("")]
    public void Other_words_of_time_name_no_day(string text) => Assert.Null(Due(text));

    [Theory]
    [InlineData("I'll order the tiles tomorrow and the floor is done by Monday.", "2026-05-18")]
    [InlineData("I'll call her this week. No, by next Wednesday, she's in Rome.", "2026-05-20")]
    [InlineData("I'll mend the gate tonight. The fence might be painted by June.", "2026-05-13")]
    [InlineData("Give me till Monday.", "2026-05-18")]
    [InlineData("She rang them on Thursday. I'll ring them on Friday.", "2026-05-15")]
    [InlineData("I'll have it written by tomorrow before noon.", "2026-05-14")]
    public void Of_several_times_that_of_the_promise_counts(string text, string due) => Assert.Equal(due, Due(text));

    [Fact]
    public void An_answer_takes_the_day_of_the_request() => Assert.Equal("2026-05-15", Due("Yes, I'll do that.", before: "Can you do it by Friday?"));

    [Fact]
    public void A_longer_answer_does_not() =>
        Assert.Null(Due("I'll go through the contract with the lawyers and see what they make of the clause on returns.", before: "Are you in on Friday?"));

    [Fact]
    public void A_day_that_the_other_says_back_counts() => Assert.Equal("2026-05-19", Due("I'll ring the supplier.", after: "Tuesday, then. Good."));
}
