namespace InsightEngine.Evaluation.Scoring;

/// <summary>A mean with its 95 % interval.</summary>
public readonly record struct Estimate(double Mean, double Low, double High);

/// <summary>Intervals by resampling whole groups, since the items of one group (the questions of one meeting) are alike.</summary>
public static class Bootstrap
{
    const int Samples = 5000;
    const int Seed = 1;

    /// <summary>The mean over all items and the 95 % percentile interval; the same input gives the same interval.</summary>
    public static Estimate Mean(IReadOnlyList<(string Group, double Value)> items)
    {
        var groups = items.GroupBy(i => i.Group, i => i.Value).Select(g => (Sum: g.Sum(), Count: g.Count())).ToArray();
        var random = new Random(Seed);
        var means = new double[Samples];
        for (var s = 0; s < Samples; s++)
        {
            var (sum, count) = (0.0, 0);
            for (var g = 0; g < groups.Length; g++)
            {
                var drawn = groups[random.Next(groups.Length)];
                sum += drawn.Sum;
                count += drawn.Count;
            }
            means[s] = sum / count;
        }
        Array.Sort(means);
        return new(items.Average(i => i.Value), means[(int)(Samples * 0.025)], means[(int)(Samples * 0.975)]);
    }
}
