using InsightEngine.Briefs;

namespace InsightEngine.Tests.Briefs;

public sealed class ExcerptTests
{
    [Fact]
    public void A_short_text_is_quoted_whole() => Assert.Equal("Two lines run. The third waits.", Excerpt.Of("Two lines run. The third waits.", 20));

    [Fact]
    public void Of_a_long_text_the_sentences_that_tell_most_are_taken() =>
        Assert.Equal(
            "The supplier moved the 14 sensors to November.",
            Excerpt.Of("Hi there, hope all is well. So, um, yes. The supplier moved the 14 sensors to November. Bye for now, talk soon then.", 9));

    [Fact]
    public void A_number_with_a_point_does_not_end_a_sentence() => Assert.Contains("2.4", Excerpt.Of("We went from 2.4 to 3.1 within one quarter. Ok. Yes. No. So. It is so. Ah, well, so it is.", 9));

    [Theory]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(30)]
    public void It_is_always_a_part_of_the_text_and_never_too_long(int most)
    {
        const string Text = "I had hoped that we would, once the contract with the third supplier was signed and the audit was out of the way, start on the second hall; it did not happen, because nobody decided.\nSecond line here.";
        var excerpt = Excerpt.Of(Text, most);
        Assert.Contains(excerpt, Text);
        Assert.InRange(Excerpt.WordCount(excerpt), 1, most);
    }

    [Fact]
    public void A_quote_never_crosses_a_line_break() => Assert.DoesNotContain('\n', Excerpt.Of("One line that says little\nAnother line that says rather more than that", 50));
}
