namespace InsightEngine.Evaluation.Scoring;

/// <summary>Scores of one ranked answer.</summary>
public static class RankingScore
{
    /// <summary>Normalised discounted cumulative gain of the first <paramref name="depth"/> items, each relevant or not: 0 to 1.</summary>
    /// <param name="found">Whether each found item is relevant, best first.</param>
    /// <param name="relevant">How many relevant items there are in all, found or not; at least 1.</param>
    /// <param name="depth">How many items of the answer count.</param>
    public static double Ndcg(IEnumerable<bool> found, int relevant, int depth = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(relevant, 1);
        var gained = found.Take(depth).Select((hit, place) => hit ? Discount(place) : 0).Sum();
        return gained / Enumerable.Range(0, Math.Min(depth, relevant)).Sum(Discount);
    }

    static double Discount(int place) => 1 / Math.Log2(place + 2);
}
