using System.Globalization;

namespace InsightEngine.Signals.Dates;

/// <summary>Dates: <c>the sixth of March</c>, <c>March 6th</c>, <c>6 March</c>, <c>the 14th</c>, <c>2026-03-06</c>, <c>6/3</c> (day first).</summary>
static class DateRules
{
    /// <param name="t">The words.</param>
    /// <param name="i">Where to read.</param>
    /// <param name="today">The day of the talk.</param>
    /// <param name="named">Whether the day of the week stands before it, so that a bare number can only be a date.</param>
    public static Found? Read(Tokens t, int i, DateOnly today, bool named = false)
    {
        if (Written(t[i], today) is { } written)
            return new(i + 1, new(written));
        return MonthFirst(t, i, today) ?? DayFirst(t, i, today) ?? DayOfMonth(t, i, today, named);
    }

    static Found? MonthFirst(Tokens t, int i, DateOnly today)
    {
        if (Calendar.Month(t[i]) is not { } month)
            return null;
        var at = t.After(i + 1, ",", "the") is > 0 and var apart ? apart : t.Skip(i + 1, "the");
        if ((Numbers.Ordinal(t, at) ?? Numbers.Cardinal(t, at)) is not { } number || t.Is(number.End, "per percent times people hundred thousand"))
            return null;
        return Near(today, month, number.Value) is { } day ? new(number.End, new(day)) : null;
    }

    static Found? DayFirst(Tokens t, int i, DateOnly today)
    {
        var start = t.Skip(i, "the");
        if ((Numbers.Ordinal(t, start) ?? Numbers.Cardinal(t, start)) is not { } number)
            return null;
        var at = t.Skip(number.End, "of");
        if (Calendar.Month(t[at]) is { } month && (at > number.End || !t.Is(at, "may march mar") || Numbers.Ordinal(t, start) is not null))
            return Near(today, month, number.Value) is { } day ? new(at + 1, new(day)) : null;
        var next = t.After(number.End, "of", "next", "month") > 0;
        if (!next && t.After(number.End, "of", "this the", "month") < 0)
            return null;
        return InMonth(Calendar.Months(today.Year, next ? today.Month + 1 : today.Month), number.Value) is { } within ? new(number.End + 3, new(within)) : null;
    }

    /// <summary>A bare day of the month. <c>The first</c> to <c>the fourth</c> count things too, so these want a preposition.</summary>
    static Found? DayOfMonth(Tokens t, int i, DateOnly today, bool named)
    {
        var start = t.Skip(i, "the");
        if (Numbers.Ordinal(t, start) is not { Value: <= 31 } number || !TodayRules.EndsHere(t, number.End))
            return null;
        var introduced = named || t.Is(i - 1, "by on before until till til from for of since say after");
        if (!introduced && (start == i || number.Value < 5))
            return null;
        return Coming(today, number.Value) is { } day ? new(number.End, new(day)) : null;
    }

    static DateOnly? Coming(DateOnly today, int number)
    {
        for (var ahead = number >= today.Day ? 0 : 1; ahead < 3; ahead++)
            if (InMonth(Calendar.Months(today.Year, today.Month + ahead), number) is { } day)
                return day;
        return null;
    }

    /// <summary>The year in which the date lies nearest: up to half a year back it is remembered, else it is to come.</summary>
    static DateOnly? Near(DateOnly today, int month, int number)
    {
        var near = InMonth(Calendar.Months(today.Year, month), number);
        return (today.DayNumber - near?.DayNumber) switch
        {
            > 183 => InMonth(Calendar.Months(today.Year + 1, month), number),
            < -183 => InMonth(Calendar.Months(today.Year - 1, month), number) is { } before && today.DayNumber - before.DayNumber < 100 ? before : near,
            _ => near,
        };
    }

    static DateOnly? InMonth(Span month, int number) => number > 0 && number <= month.Last.Day ? month.First.AddDays(number - 1) : null;

    static DateOnly? Written(string word, DateOnly today)
    {
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return iso;
        var parts = word.Split('/');
        return parts.Length >= 2 && int.TryParse(parts[0], out var day) && int.TryParse(parts[1], out var month) && month is > 0 and <= 12
            ? Near(today, month, day)
            : null;
    }
}
