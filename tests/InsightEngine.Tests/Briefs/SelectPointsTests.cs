using InsightEngine.Briefs;
using InsightEngine.Evidence;

namespace InsightEngine.Tests.Briefs;

public sealed class SelectPointsTests
{
    [Fact]
    public void The_weightiest_points_are_taken_up_to_the_number_of_citations()
    {
        var chosen = SelectPoints.Select(Enumerable.Range(1, 20).Select(n => Point($"s{n}", n)), 5);
        Assert.Equal([20, 19, 18, 17, 16], chosen.Select(p => p.Weight));
    }

    [Fact]
    public void One_subject_does_not_fill_the_brief() => Assert.Equal(4, SelectPoints.Select(Enumerable.Range(1, 9).Select(n => Point("G1", n)), 16).Count);

    [Fact]
    public void The_text_stays_short_enough_to_read()
    {
        var longText = string.Join(' ', Enumerable.Repeat("word", 60));
        var chosen = SelectPoints.Select(Enumerable.Range(1, 20).Select(n => Point($"s{n}", n, longText)), 16);
        Assert.InRange(chosen.Sum(p => p.Words), 1, SelectPoints.MostWords);
    }

    static BriefPoint Point(string subject, double weight, string quote = "quote") =>
        new(SectionKind.Progress, subject, weight, "Lead", new(CitationType.Work, $"W{weight}", Sample.Day, quote));
}
