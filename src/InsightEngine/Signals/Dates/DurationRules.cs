namespace InsightEngine.Signals.Dates;

/// <summary>Spans of time from now: <c>in two weeks</c>, <c>within a fortnight</c>, <c>ten days from now</c>, <c>a week's time</c>.</summary>
static class DurationRules
{
    public static Found? Read(Tokens t, int i, DateOnly today)
    {
        var into = t.Is(i, "in within inside");
        var start = t.Skip(into ? i + 1 : i, "the");
        start = t.Skip(start, "next coming");
        if (Numbers.Count(t, start) is not { } count)
            return t.Is(i, "fortnight") ? new(i + 1, new(today.AddDays(14)), Weak: true) : null;
        var at = t.Skip(count.End, "working business more full whole good");
        if (Later(t[at], count.Value, today) is not { } day)
            return null;
        var end = at + 1;
        if (t.Is(end, "ago late behind earlier early before old longer"))
            return null;
        var timed = t.Is(end, "time") || t.After(end, "from", "now today") > 0;
        if (timed)
            end += t.Is(end, "time") ? 1 : 2;
        // By itself a stretch of time is a term only where it closes the sentence: "Two weeks."
        if (!into && !timed && !(t.IsMark(end) && day.DayNumber > today.DayNumber + 1))
            return null;
        return new(end, new(day), Weak: !into && !timed);
    }

    static DateOnly? Later(string unit, int count, DateOnly today) => unit.TrimEnd('\'') switch
    {
        "minute" or "minutes" or "hour" or "hours" or "second" or "seconds" or "sec" => today,
        "day" or "days" => today.AddDays(count),
        "week" or "weeks" => today.AddDays(7 * count),
        "fortnight" or "fortnights" => today.AddDays(14 * count),
        "month" or "months" => today.AddMonths(count),
        _ => null,
    };
}
