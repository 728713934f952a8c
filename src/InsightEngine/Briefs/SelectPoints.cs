using InsightEngine.Evidence;

namespace InsightEngine.Briefs;

/// <summary>Chooses what a manager must know first under a length budget. Pure; equal weights fall in the order of sources.</summary>
public static class SelectPoints
{
    public const int MostWords = 300;

    /// <summary>Of one subject; more would be its history.</summary>
    const int MostOfSubject = 4;

    /// <summary>Of written feedback; a wall of praise hides the rest.</summary>
    const int MostFeedback = 5;

    /// <summary>The chosen points, best first.</summary>
    public static IReadOnlyList<BriefPoint> Select(IEnumerable<BriefPoint> points, int mostCitations)
    {
        var (chosen, words) = (new List<BriefPoint>(), 0);
        var ofSubject = new Dictionary<string, int>();
        var ranked = points.OrderByDescending(p => p.Weight).ThenBy(p => p.Citation.Id, StringComparer.Ordinal).ThenBy(p => p.Text, StringComparer.Ordinal);
        foreach (var point in ranked)
        {
            if (chosen.Count == mostCitations)
                break;
            if (words + point.Words > MostWords || ofSubject.GetValueOrDefault(point.Subject) == MostOfSubject)
                continue;
            if (point.Citation.Type == CitationType.Feedback && chosen.Count(p => p.Citation.Type == CitationType.Feedback) == MostFeedback)
                continue;
            chosen.Add(point);
            words += point.Words;
            ofSubject[point.Subject] = ofSubject.GetValueOrDefault(point.Subject) + 1;
        }
        return chosen;
    }
}
