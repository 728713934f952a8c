namespace InsightEngine.Signals.Dates;

/// <summary>Reads the expressions of time in a text; at each word the longest reading counts, then reading goes on behind it.</summary>
static class TimeGrammar
{
    static readonly Func<Tokens, int, DateOnly, Found?>[] Rules =
        [TodayRules.Read, WeekdayRules.Read, PeriodRules.Read, DurationRules.Read];

    public static IEnumerable<(int Start, Found Found)> Read(Tokens t, DateOnly today)
    {
        for (var i = 0; i < t.Count; i++)
            if (Longest(t, i, today) is { } found)
            {
                yield return (i, found);
                i = found.End - 1;
            }
    }

    static Found? Longest(Tokens t, int i, DateOnly today)
    {
        var longest = DateRules.Read(t, i, today);
        foreach (var rule in Rules)
            if (rule(t, i, today) is { } found && (longest is null || found.End > longest.Value.End))
                longest = found;
        return longest;
    }
}
