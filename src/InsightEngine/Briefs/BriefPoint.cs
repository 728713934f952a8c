using InsightEngine.Evidence;

namespace InsightEngine.Briefs;

/// <summary>Something that could stand in a brief: a subject, its section, how much it matters, and the words for it.</summary>
/// <param name="Weight">Compared between points; a manager wants the highest first.</param>
public sealed record BriefPoint(SectionKind Section, string Subject, double Weight, string Text, IReadOnlyList<Citation> Evidence)
{
    public int Words => Excerpt.WordCount(Text);
}
