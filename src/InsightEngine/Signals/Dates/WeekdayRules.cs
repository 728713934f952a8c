namespace InsightEngine.Signals.Dates;

/// <summary>
/// Days of the week. <c>Friday</c> is the coming one, <c>next Friday</c> that of the next week from Monday on, <c>Friday week</c> the
/// coming one and seven days; a plural (<c>Fridays</c>) is a habit and names no day.
/// </summary>
static class WeekdayRules
{
    public static Found? Read(Tokens t, int i, DateOnly today) => WeekOn(t, i, today) ?? Weekday(t, i, today);

    /// <summary><c>a week on Friday</c>, <c>two weeks from Monday</c>, <c>a week tomorrow</c>.</summary>
    static Found? WeekOn(Tokens t, int i, DateOnly today)
    {
        if (Numbers.Count(t, i) is not { } count || !t.Is(count.End, "week weeks"))
            return null;
        var at = t.Skip(count.End + 1, "on from");
        if (t.Is(at, "today tomorrow"))
            return new(at + 1, new(today.AddDays(7 * count.Value + (t.Is(at, "tomorrow") ? 1 : 0))));
        return Calendar.Weekday(t[at]) is { } weekday ? new(at + 1, new(Coming(today, weekday).AddDays(7 * count.Value))) : null;
    }

    static Found? Weekday(Tokens t, int i, DateOnly today)
    {
        var next = t.Is(i, "next");
        var ours = t.Is(i, "this");
        var at = next || ours || t.Is(i, "coming following") ? i + 1 : i;
        if (Calendar.Weekday(t[at]) is not { } weekday)
            return null;
        var day = next ? Calendar.Week(today, 1).Weekday(weekday)
            : ours ? Calendar.OnOrAfter(today, weekday)
            : Coming(today, weekday);
        return Refine(t, t.Skip(at + 1, TodayRules.DayParts), weekday, day, today);
    }

    /// <summary>What follows the day's name and moves it: a week, a date, a fortnight, the day that it comes after.</summary>
    static Found Refine(Tokens t, int end, DayOfWeek weekday, DateOnly day, DateOnly today)
    {
        if (t.After(end, "after", "next") is > 0 and var afterNext)
            return new(afterNext, new(Calendar.Week(today, 2).Weekday(weekday)));
        if (t.Is(end, "week") && !t.Is(end - 1, "next"))
            return new(end + 1, new(day.AddDays(7)));
        if (t.Is(end, "fortnight"))
            return new(end + 1, new(day.AddDays(14)));
        if (PeriodRules.Week(t, t.Skip(t.Skip(end, ","), "of in"), today) is { } week)
            return new(week.End, new(week.Span.Weekday(weekday)));
        if (t.Is(end, "after") && DateRules.Read(t, end + 1, today) is { } before)
            return new(before.End, new(Calendar.OnOrAfter(before.Span.Last.AddDays(1), weekday)));
        if (DateRules.Read(t, t.Skip(end, ","), today, named: true) is { } date)
            return date;
        return new(end, new(day));
    }

    static DateOnly Coming(DateOnly today, DayOfWeek weekday) => Calendar.OnOrAfter(today.AddDays(1), weekday);
}
