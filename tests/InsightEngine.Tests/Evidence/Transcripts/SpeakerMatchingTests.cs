using InsightEngine.Evidence.Transcripts;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class SpeakerMatchingTests
{
    static readonly Participant[] Pair =
    [
        new("P1", "Zdeňka Mae O'Brook", "z.brook@mill.example"),
        new("P2", "Wei-Lin Łoś", null),
    ];

    static readonly Participant[] Others =
    [
        new("P3", "Ada Tann", "ada@mill.example"), new("P4", "Milo Roo", null), new("P5", "Milo Roo", "milo2@mill.example"), Pair[0],
    ];

    [Theory]
    [InlineData("Zdeňka Mae O'Brook", "P1")]
    [InlineData("ZDENKA MAE OBROOK", "P1")]
    [InlineData("zden\u030Cka mae o’brook", "P1")]
    [InlineData("ZDEŇKA", "P1")]
    [InlineData("Zdenka Mae", "P1")]
    [InlineData("Zdeňka Mae O.", "P1")]
    [InlineData("O'Brook", "P1")]
    [InlineData("O'Brook, Zdeňka Mae", "P1")]
    [InlineData("Z.Brook@mill.example", "P1")]
    [InlineData("Zed (z.brook@mill.example)", "P1")]
    [InlineData("Wei Lin Los (Mill Ltd)", "P2")]
    [InlineData("WEI-LIN", "P2")]
    [InlineData("\u200EWei-Lin \u200BŁoś", "P2")]
    public void Knows_the_two_participants_by_email_full_name_or_a_part_of_it(string label, string id) => Assert.Equal(id, Match(label));

    [Theory]
    [InlineData("Ada Tann", "P3")]
    [InlineData("TANN, ADA", "P3")]
    [InlineData("ada@mill.example", "P3")]
    [InlineData("milo2@mill.example", "P5")]
    [InlineData("Ada", null)]
    [InlineData("Milo Roo", null)]
    public void Knows_others_only_by_email_or_a_full_name_that_is_theirs_alone(string label, string? id) => Assert.Equal(id, Match(label));

    [Theory]
    [InlineData("Speaker 1")]
    [InlineData("Unknown Speaker")]
    [InlineData("Unknown")]
    [InlineData("Zdeňka Roo")]
    [InlineData("nobody@elsewhere.example")]
    [InlineData("")]
    public void Leaves_everybody_else_unknown(string label) => Assert.Null(Match(label));

    [Fact]
    public void Leaves_a_first_name_unknown_that_both_participants_have()
    {
        Participant[] pair = [new("P1", "Ada Brook", null), new("P2", "Ada Tann", null)];
        var matches = SpeakerMatching.Match(["Ada", "Tann"], pair, []);
        Assert.Null(matches["Ada"]);
        Assert.Equal("P2", matches["Tann"]);
    }

    [Fact]
    public void Does_not_give_a_bare_first_name_to_somebody_who_is_there_under_the_full_one()
    {
        var matches = SpeakerMatching.Match(["Wei-Lin Łoś", "Wei-Lin"], Pair, Others);
        Assert.Equal("P2", matches["Wei-Lin Łoś"]);
        Assert.Null(matches["Wei-Lin"]);
    }

    static string? Match(string label) => SpeakerMatching.Match([label], Pair, Others)[label];
}
