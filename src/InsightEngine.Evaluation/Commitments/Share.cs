namespace InsightEngine.Evaluation.Commitments;

/// <summary>A share with its 95 % interval, by drawing whole people again, since one person's promises are alike.</summary>
sealed record Share(double Value, double Low, double High, int N)
{
    const int Samples = 2000;
    const int Seed = 1;

    /// <summary>Null without items: no data is no zero.</summary>
    public static Share? Of(IReadOnlyCollection<(string Person, bool Right)> items)
    {
        if (items.Count == 0)
            return null;
        var people = items.GroupBy(i => i.Person).Select(g => (Right: g.Count(i => i.Right), All: g.Count())).ToArray();
        var random = new Random(Seed);
        var drawn = new double[Samples];
        for (var s = 0; s < Samples; s++)
        {
            var (right, all) = (0, 0);
            for (var p = 0; p < people.Length; p++)
            {
                var one = people[random.Next(people.Length)];
                right += one.Right;
                all += one.All;
            }
            drawn[s] = (double)right / all;
        }
        Array.Sort(drawn);
        return new((double)items.Count(i => i.Right) / items.Count, drawn[(int)(Samples * 0.025)], drawn[(int)(Samples * 0.975)], items.Count);
    }

    public override string ToString() => FormattableString.Invariant($"{Value:0.00} [{Low:0.00}, {High:0.00}] n={N}");
}
