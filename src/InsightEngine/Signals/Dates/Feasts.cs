namespace InsightEngine.Signals.Dates;

/// <summary>Feasts by which offices reckon; another country's calendar would be another table.</summary>
static class Feasts
{
    public static Found? Read(Tokens t, int i, DateOnly today)
    {
        if (t.After(i, "good", "friday") is > 0 and var goodFriday)
            return new(goodFriday, Coming(today, y => new(Calendar.Easter(y).AddDays(-2))));
        if (t.Is(i, "easter"))
            return t.Is(i + 1, "monday")
                ? new(i + 2, Coming(today, y => new(Calendar.Easter(y).AddDays(1))))
                : new(i + 1, Coming(today, y => new(Calendar.Easter(y).AddDays(-2), Calendar.Easter(y).AddDays(1))));
        if (t.Is(i, "christmas xmas"))
            return t.Is(i + 1, "eve")
                ? new(i + 2, Coming(today, y => new(new DateOnly(y, 12, 24))))
                : new(i + 1, Coming(today, y => new(new(y, 12, 25), new(y, 12, 26))));
        if (t.Is(i, "thanksgiving"))
            return new(i + 1, Coming(today, y => new(Calendar.OnOrAfter(new(y, 11, 22), DayOfWeek.Thursday))));
        return t.After(i, "new", "year") is > 0 and var newYear && !t.Is(newYear, "eve")
            ? new(newYear, Coming(today, y => new(new DateOnly(y, 1, 1))))
            : null;
    }

    static Span Coming(DateOnly today, Func<int, Span> feast) => feast(today.Year) is var span && span.Last >= today ? span : feast(today.Year + 1);
}
