using InsightEngine.Briefs;
using InsightEngine.Evidence;

namespace InsightEngine.Tests.Briefs;

public sealed class CheckCitationsTests
{
    static readonly Dictionary<(CitationType, string), string> Sources = new() { [(CitationType.Feedback, "F1")] = "You told the shift on Monday, and nobody asked twice." };

    [Fact]
    public void A_quote_that_stands_word_for_word_is_kept() => Assert.Equal(0, Check("Ada: “nobody asked twice”", "nobody asked twice").Dropped);

    [Theory]
    [InlineData("nobody asked once")]
    [InlineData("Nobody asked twice")]
    [InlineData("")]
    public void A_quote_that_does_not_stand_there_takes_its_statement_away(string quote) => Assert.Equal(1, Check($"Ada: “{quote}”", quote).Dropped);

    [Fact]
    public void Words_in_quotation_marks_need_a_citation_that_holds_them() => Assert.Equal(1, Check("Ada: “all of us asked”", "nobody asked twice").Dropped);

    [Fact]
    public void A_source_that_the_reader_does_not_see_supports_nothing() =>
        Assert.Equal(1, CheckCitations.Check([new("x", StatementNature.Fact, [new(CitationType.Feedback, "F2", Sample.Day, "nobody asked twice")])], Sources).Dropped);

    [Fact]
    public void A_statement_without_evidence_is_dropped() => Assert.Empty(CheckCitations.Check([new("All is well.", StatementNature.Fact, [])], Sources).Kept);

    static (IReadOnlyList<BriefItem> Kept, int Dropped) Check(string text, string quote) =>
        CheckCitations.Check([new(text, StatementNature.Fact, [new(CitationType.Feedback, "F1", Sample.Day, quote)])], Sources);
}
