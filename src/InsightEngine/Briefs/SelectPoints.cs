namespace InsightEngine.Briefs;

/// <summary>Chooses what a manager must know first under a length budget, each subject once. Pure; equal weights fall in the order of subjects.</summary>
public static class SelectPoints
{
    public const int MostCitations = 16;
    public const int MostWords = 330;

    public static IReadOnlyList<BriefPoint> Select(IEnumerable<BriefPoint> points)
    {
        var (chosen, citations, words) = (new List<BriefPoint>(), 0, 0);
        foreach (var point in points.OrderByDescending(p => p.Weight).ThenBy(p => p.Subject, StringComparer.Ordinal).ThenBy(p => p.Text, StringComparer.Ordinal))
        {
            if (citations + point.Evidence.Count > MostCitations || words + point.Words > MostWords)
                continue;
            chosen.Add(point);
            citations += point.Evidence.Count;
            words += point.Words;
        }
        return chosen;
    }
}
