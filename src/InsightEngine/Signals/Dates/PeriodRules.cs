namespace InsightEngine.Signals.Dates;

/// <summary>
/// Weeks, months, quarters, years and feasts, and their parts: <c>end of next week</c>, <c>mid-June</c>, <c>by month end</c>, <c>Q2</c>.
/// </summary>
static class PeriodRules
{
    public static Found? Read(Tokens t, int i, DateOnly today) =>
        Part(t, i, today) ?? EndWords(t, i, today) ?? WeekdayIn(t, i, today) ?? Whole(t, i, today);

    /// <summary>A week by itself.</summary>
    public static Found? Week(Tokens t, int i, DateOnly today)
    {
        var start = t.Skip(i, "the");
        if (t.After(start, "week", "after", "next") is > 0 and var third)
            return new(third, Calendar.Week(today, 2));
        if (t.After(start, "week", "after") is > 0 and var after && TodayRules.EndsHere(t, after))
        {
            var listed = t.After(start - 4, "next", "week", "and") > 0 || t.After(start - 3, "next", "week", "and") > 0;
            return new(after, Calendar.Week(today, listed ? 2 : 1));
        }
        if (t.After(start, "next coming following", "week") is > 0 and var next)
            return new(next, Calendar.Week(today, 1));
        if (t.After(start, "this", "week") is > 0 and var ours)
            return new(ours, Calendar.Week(today));
        if (t.After(start, "week", "of commencing beginning starting") is > 0 and var of && DateRules.Read(t, t.Skip(of, "monday"), today) is { } date)
            return new(date.End, Calendar.Week(date.Span.First));
        return null;
    }

    static Found? Part(Tokens t, int i, DateOnly today)
    {
        var start = t.Skip(i, "the");
        if (!t.Is(start, "end close back beginning start top middle mid early late later"))
            return WeekOfMonth(t, start, today) ?? Half(t, start, today);
        var at = t.Skip(start + 1, "of in");
        if (Whole(t, at, today, introduced: true) is not { } whole)
            return null;
        var span = whole.Span;
        var days = span.Last.DayNumber - span.First.DayNumber;
        var day = t[start] switch
        {
            "end" or "close" or "back" or "late" or "later" => Calendar.LastWorkday(span),
            "middle" or "mid" => Calendar.LastWorkday(new(span.First, span.First.AddDays(days < 7 ? 2 : days < 31 ? 14 : days / 2))),
            _ => Calendar.LastWorkday(new(span.First, span.First.AddDays(days < 7 ? 1 : 7))),
        };
        return new(whole.End, new(day));
    }

    /// <summary><c>month end</c>, <c>before the month's out</c>.</summary>
    static Found? EndWords(Tokens t, int i, DateOnly today)
    {
        var start = t.Skip(i, "the this");
        if (t.Is(start, "eow eom eoq eoy"))
        {
            var ending = t[start] switch { "eow" => "week", "eom" => "month", "eoq" => "quarter", _ => "year" };
            return new(start + 1, new(Calendar.LastWorkday(Unit(ending, today, 0)!.Value)));
        }
        if (Unit(t[start], today, 0) is { } unit && (t.Is(start + 1, "end out over") || t.After(start + 1, "is", "out over up") > 0))
            return new(t.Is(start + 1, "is") ? start + 3 : start + 2, new(Calendar.LastWorkday(unit)));
        return null;
    }

    /// <summary><c>Next week. Tuesday.</c></summary>
    static Found? WeekdayIn(Tokens t, int i, DateOnly today)
    {
        if (Week(t, i, today) is not { } week)
            return null;
        var at = t.Skip(t.Skip(t.Skip(week.End, ". , ?"), "probably maybe say"), "on by");
        return Calendar.Weekday(t[at]) is { } weekday && !t.Is(at + 1, "week") ? new(at + 1, new(week.Span.Weekday(weekday))) : null;
    }

    static Found? Whole(Tokens t, int i, DateOnly today, bool introduced = false)
    {
        if (Week(t, i, today) is { } week)
            return week;
        var start = t.Skip(i, "the");
        var ahead = t.Is(start, "next following coming") ? 1 : 0;
        var at = ahead > 0 || t.Is(start, "this") ? start + 1 : start;
        if (Unit(t[at], today, ahead) is { } unit && (at > start || introduced && start > i))
            return new(at + 1, unit);
        if (t.Is(at, "weekend"))
            return new(at + 1, new(Calendar.Week(today, ahead).Last.AddDays(-1), Calendar.Week(today, ahead).Last));
        return Quarter(t, at, today) ?? Feasts.Read(t, at, today) ?? Month(t, at, today, introduced || at > start);
    }

    static Found? Month(Tokens t, int i, DateOnly today, bool introduced)
    {
        if (Calendar.Month(t[i]) is not { } month)
            return null;
        var verb = t.Is(i, "may march mar");
        return introduced && !t.Is(i - 1, "the") || t.Is(i - 1, "in by until till before during from of for since after") || !verb && !t.Is(i - 1, "last the") && TodayRules.EndsHere(t, i + 1)
            ? new(i + 1, Calendar.ComingMonth(today, month))
            : null;
    }

    static Found? Quarter(Tokens t, int i, DateOnly today)
    {
        var (number, end) = t[i] is { Length: 2 } word && word[0] == 'q' && word[1] is >= '1' and <= '4' ? (word[1] - '0', i + 1)
            : Numbers.Ordinal(t, i) is { Value: <= 4 } ordinal && t.Is(ordinal.End, "quarter") ? (ordinal.Value, ordinal.End + 1)
            : (0, 0);
        return number == 0 ? null : new(end, Calendar.Months(number >= (today.Month + 2) / 3 ? today.Year : today.Year + 1, 3 * number - 2, 3));
    }

    /// <summary><c>second week of April</c>, <c>the last week in June</c>; the first week holds the month's first working day.</summary>
    static Found? WeekOfMonth(Tokens t, int i, DateOnly today)
    {
        var last = t.Is(i, "last");
        if ((last ? (5, i + 1) : Numbers.Ordinal(t, i)) is not { } nth)
            return null;
        var at = t.After(nth.Item2, "week", "of in");
        if (at < 0)
            return null;
        if (Whole(t, at, today, introduced: true) is not { } month || month.Span.Last.DayNumber - month.Span.First.DayNumber < 27)
            return null;
        return last
            ? new(month.End, new(month.Span.Last.AddDays(-6), month.Span.Last))
            : new(month.End, Calendar.Week(FirstWorkday(month.Span.First), nth.Item1 - 1));
    }

    static Found? Half(Tokens t, int i, DateOnly today)
    {
        if (t.After(i, "first second", "half", "of") is not (> 0 and var at) || Whole(t, at, today, introduced: true) is not { } whole)
            return null;
        var middle = whole.Span.First.AddDays((whole.Span.Last.DayNumber - whole.Span.First.DayNumber) / 2);
        return new(whole.End, t.Is(i, "first") ? new(whole.Span.First, middle) : new(middle, whole.Span.Last));
    }

    static Span? Unit(string word, DateOnly today, int ahead) => word switch
    {
        "week" => Calendar.Week(today, ahead),
        "month" => Calendar.Months(today.Year, today.Month + ahead),
        "quarter" => Calendar.Months(today.Year, 3 * ((today.Month - 1) / 3 + ahead) + 1, 3),
        "year" => Calendar.Months(today.Year + ahead, 1, 12),
        _ => null,
    };

    static DateOnly FirstWorkday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
