namespace InsightEngine.Passages;

/// <summary>One found item and how well it matches; a higher score is better.</summary>
public readonly record struct Ranked<TKey>(TKey Key, double Score);

/// <summary>
/// Fuses what was found by meaning with what was found by words: <c>score = 0.4 · cosine + 0.6 · words</c>, both as they are.
/// </summary>
/// <remarks>
/// The word score is a share of the best that the query's words could score (<see cref="RankByWords"/>), so both lie between 0 and 1 and
/// an item's score depends on no other item. The weight was chosen on QMSum's training meetings (docs/decisions/hybrid-search.md).
/// </remarks>
public static class FuseRankings
{
    public const double MeaningWeight = 0.4;

    /// <param name="byMeaning">Items with the cosine between them and the query; those left out are at most as near as the last.</param>
    /// <param name="byWords">Items with their word score; those left out share no word worth counting and score 0.</param>
    /// <returns>Every item of either list, best first; equal scores keep the order of the lists.</returns>
    public static IReadOnlyList<Ranked<TKey>> Fuse<TKey>(IReadOnlyList<Ranked<TKey>> byMeaning, IReadOnlyList<Ranked<TKey>> byWords)
        where TKey : notnull
    {
        var words = byWords.ToDictionary(r => r.Key, r => r.Score);
        var meant = byMeaning.Select(r => r.Key).ToHashSet();
        var farthest = byMeaning.Count == 0 ? 0 : byMeaning.Min(r => r.Score);
        return byMeaning
            .Select(r => new Ranked<TKey>(r.Key, Weigh(r.Score, words.GetValueOrDefault(r.Key))))
            .Concat(byWords.Where(r => !meant.Contains(r.Key)).Select(r => new Ranked<TKey>(r.Key, Weigh(farthest, r.Score))))
            .OrderByDescending(r => r.Score)
            .ToArray();
    }

    static double Weigh(double cosine, double words) => MeaningWeight * cosine + (1 - MeaningWeight) * words;
}
