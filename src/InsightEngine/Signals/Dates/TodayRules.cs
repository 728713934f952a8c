namespace InsightEngine.Signals.Dates;

/// <summary>Parts of the day of the talk and of the next one: <c>tonight</c>, <c>before lunch</c>, <c>first thing</c>, <c>by eight</c>.</summary>
static class TodayRules
{
    public static Found? Read(Tokens t, int i, DateOnly today) =>
        Named(t, i, today) ?? AfterThis(t, i, today) ?? PartOfDay(t, i, today) ?? Clock(t, i, today);

    static Found? Named(Tokens t, int i, DateOnly today)
    {
        if (t.Is(i, "today tonight"))
            return t.Is(i + 1, "week") ? new(i + 2, new(today.AddDays(7))) : new(i + 1, new(today));
        if (t.After(i, "this", "morning afternoon evening lunchtime") is > 0 and var part)
            return new(part, new(today));
        if (t.After(i, "day", "after", "tomorrow") is > 0 and var later)
            return new(later, new(today.AddDays(2)));
        if (t.Is(i, "tomorrow tmrw"))
            return t.Is(i + 1, "week") ? new(i + 2, new(today.AddDays(8))) : new(t.Skip(i + 1, DayParts), new(today.AddDays(1)));
        return t.Is(i, "overnight") ? new(i + 1, new(today.AddDays(1))) : null;
    }

    public const string DayParts = "morning afternoon evening night lunchtime lunch noon midday";

    /// <summary><c>right after this</c>, <c>straight away</c>, <c>do it now</c>.</summary>
    static Found? AfterThis(Tokens t, int i, DateOnly today)
    {
        if (t.After(i, "right straight", "away now") is > 0 and var away)
            return new(away, new(today));
        if (t.After(i, "after", "this") is > 0 and var after && EndsHere(t, after))
            return new(after, new(today));
        if (t.After(i, "after", "the our", "call meeting talk chat") is > 0 and var talk && EndsHere(t, talk))
            return new(talk, new(today), Weak: true);
        if (t.Is(i, "immediately"))
            return new(i + 1, new(today));
        return t.Is(i, "now") && t.Is(i - 1, "it that this them him her one") && EndsHere(t, i + 1) ? new(i + 1, new(today)) : null;
    }

    static Found? PartOfDay(Tokens t, int i, DateOnly today)
    {
        if (t.After(i, "end close", "of") is > 0 and var of && t.Is(t.Skip(of, "the"), "day play business"))
            return new(t.Skip(of, "the") + 1, new(today));
        if (t.Is(i, "eod cob"))
            return new(i + 1, new(today));
        if (t.After(i, "before after over at by", "lunch lunchtime noon midday") is > 0 and var lunch)
            return new(lunch, new(today), Weak: true);
        if (t.After(i, "before", "i", "go leave") is > 0 and var leave)
            return new(leave, new(today), Weak: true);
        if (t.After(i, "in", "the", "morning") is > 0 and var morning && EndsHere(t, morning))
            return new(morning, new(today.AddDays(1)));
        return t.After(i, "first", "thing") is > 0 and var first && EndsHere(t, first) ? new(first, new(today.AddDays(1)), Weak: true) : null;
    }

    /// <summary>An hour without a day is one of today.</summary>
    static Found? Clock(Tokens t, int i, DateOnly today)
    {
        if (!t.Is(i, "by at before around about"))
            return null;
        var hour = t.After(i + 1, "half quarter", "past to") is > 0 and var half ? half : i + 1;
        if (t[hour].AsSpan().IndexOfAny(':', '.') > 0)
            return new(hour + 1, new(today), Weak: true);
        if (Numbers.Cardinal(t, hour) is not { Value: > 0 and <= 12 } number)
            return null;
        var suffixed = t.Skip(number.End, "o'clock am pm");
        return suffixed > number.End || EndsHere(t, suffixed) ? new(suffixed, new(today), Weak: true) : null;
    }

    /// <summary>Whether no noun can follow that would make the words before it mean something else.</summary>
    public static bool EndsHere(Tokens t, int i) =>
        t.IsMark(i) || t.Is(i, "and or but so at in on for with to from if when then because as i i'll i'd we we'll you you'll he she they it that which who latest okay yeah please by is")
        || TodayWord(t, i);

    static bool TodayWord(Tokens t, int i) => t.Is(i, "today tonight tomorrow") || Calendar.Weekday(t[i]) is not null;
}
