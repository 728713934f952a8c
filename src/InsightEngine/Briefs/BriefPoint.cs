using InsightEngine.Evidence;

namespace InsightEngine.Briefs;

/// <summary>One citation that a brief could bring, with the words around it.</summary>
/// <param name="Section">Where it would stand.</param>
/// <param name="Subject">What it is about; points of one subject become one item. A goal's id where it is tied to a goal.</param>
/// <param name="Weight">Compared between points; a manager wants the highest first.</param>
/// <param name="Lead">Who and when, before the quote.</param>
public sealed record BriefPoint(SectionKind Section, string Subject, double Weight, string Lead, Citation Citation)
{
    public string Text => $"{Lead}: “{Citation.Quote}”";
    public int Words => Excerpt.WordCount(Text);
}
