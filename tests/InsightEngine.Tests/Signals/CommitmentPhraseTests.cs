using InsightEngine.Signals;

namespace InsightEngine.Tests.Signals;

public class CommitmentPhraseTests
{
    [Theory]
    [InlineData("Okay, so, um, I'll send you the floor plan by Friday.", "send you the floor plan")]
    [InlineData("I'm going to ring the landlord this afternoon.", "ring the landlord")]
    [InlineData("Let me talk to the union first.", "talk to the union first")]
    [InlineData("It's fine. I write the letter tonight.", "write the letter")]
    [InlineData("I won't touch the roster again.", "won't touch the roster again")]
    [InlineData("You'll have the keys by eight.", "You'll have the keys")]
    [InlineData("I don't know. I'll do it. I'll move the boiler check to May.", "move the boiler check to May")]
    [InlineData("yeah i'll get onto the fleet people about the van", "get onto the fleet people about the van")]
    [InlineData("I'll ask him if the lift is fixed.", "ask him if the lift is fixed")]
    [InlineData("Okay. Names on the board. From Tuesday.", "Names on the board")]
    [InlineData("I will.", "I will")]
    [InlineData("...", "...")]
    public void What_was_promised_is_left(string said, string phrase) => Assert.Equal(phrase, CommitmentPhrase.Of(said));

    [Fact]
    public void A_long_promise_is_cut_at_a_joint()
    {
        var phrase = CommitmentPhrase.Of("I'll write up the whole of the inspection with photographs of both floors, the measurements that were taken last year, and the names of all who were there on the day");
        Assert.Equal("write up the whole of the inspection with photographs of both floors", phrase);
    }

    [Theory]
    [InlineData("I'll, um, bring it to the board, with the table, the one-to-one notes and the rest of it, and ask them to decide before anybody signs.")]
    [InlineData("Well – “Tuesday”, I’ll carry it over…")]
    public void It_stands_in_the_utterance_word_for_word(string said)
    {
        var phrase = CommitmentPhrase.Of(said);
        Assert.Contains(phrase, said);
        Assert.InRange(phrase.Split(' ').Length, 1, CommitmentPhrase.MostWords);
    }
}
