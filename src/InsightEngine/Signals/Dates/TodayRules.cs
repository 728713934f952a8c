namespace InsightEngine.Signals.Dates;

/// <summary>Parts of the day of the talk and of the next one: <c>tonight</c>, <c>before lunch</c>, <c>first thing</c>, <c>by eight</c>.</summary>
static class TodayRules
{
    public static Found? Read(Tokens t, int i, DateOnly today) =>
        Named(t, i, today) ?? AtOnce(t, i, today) ?? AfterTalk(t, i, today) ?? PartOfDay(t, i, today) ?? Clock(t, i, today);

    static Found? Named(Tokens t, int i, DateOnly today)
    {
        if (t.Is(i, "today tonight arvo"))
            return t.Is(i + 1, "week") ? new(i + 2, new(today.AddDays(7))) : new(i + 1, new(today));
        if (t.After(i, "this", "morning afternoon arvo evening lunchtime") is > 0 and var part)
            return new(part, new(today));
        // As Scots says today, tonight and tomorrow.
        if (t.After(i, "the", "day night morn") is > 0 and var scots && EndsHere(t, scots) && !t.Is(i - 1, "of in all for through during by at on over and"))
            return new(scots, new(today.AddDays(t.Is(i + 1, "morn") ? 1 : 0)), Weak: !t.Is(i + 1, "morn"));
        if (t.After(i, "day", "after", "tomorrow") is > 0 and var later)
            return new(later, new(today.AddDays(2)));
        if (t.Is(i, "tomorrow tmrw"))
            return t.Is(i + 1, "week") ? new(i + 2, new(today.AddDays(8))) : new(t.Skip(i + 1, DayParts), new(today.AddDays(1)));
        return t.Is(i, "overnight") ? new(i + 1, new(today.AddDays(1))) : null;
    }

    public const string DayParts = "morning afternoon evening night lunchtime lunch noon midday";

    /// <summary><c>straight away</c>, <c>this minute</c>, <c>I'll do it now</c>; a <c>now</c> that opens a sentence only turns to the next thing.</summary>
    static Found? AtOnce(Tokens t, int i, DateOnly today)
    {
        if (t.After(i, "right straight", "away now") is > 0 and var away)
            return new(away, new(today));
        if (t.After(i, "this", "minute instant second") is > 0 and var instant)
            return new(instant, new(today));
        if (t.Is(i, "immediately"))
            return new(i + 1, new(today));
        return t.Is(i, "now") && !t.IsMark(i - 1) && !t.Is(i - 1, "from for by until till since and but so") && (EndsHere(t, i + 1) || t.Is(i + 1, "itself now"))
            ? new(t.Skip(i + 1, "itself now"), new(today), Weak: true)
            : null;
    }

    /// <summary><c>after this</c>, <c>as soon as we hang up</c>, <c>on my way home</c>, <c>before I log off</c>.</summary>
    static Found? AfterTalk(Tokens t, int i, DateOnly today)
    {
        var end = t.After(i, "after", "this") is > 0 and var after ? t.Skip(after, "call meeting talk chat")
            : t.After(i, "after", "the our", "call meeting talk chat") is > 0 and var talk ? talk
            : t.After(i, "soon", "as", "we we're i'm you're") is > 0 and var soon ? soon
            : t.After(i, "minute moment second", "we we're i'm you're") is > 0 and var minute ? minute
            : t.After(i, "when once", "we we've we're i'm you're", "done finished finish hang out off through up get back") is > 0 and var once ? once
            : t.After(i, "on", "my me the", "way", "home back out") is > 0 and var way ? way
            : t.After(i, "before", "i you", "go leave log clock sleep eat") is > 0 and var leave ? leave
            : -1;
        return end > 0 && (t.Is(i, "soon minute moment second when once before") || EndsHere(t, end)) ? new(end, new(today), Weak: true) : null;
    }

    static Found? PartOfDay(Tokens t, int i, DateOnly today)
    {
        if (t.After(i, "end close", "of") is > 0 and var of && t.Is(t.Skip(of, "the"), "day play business") && t.Skip(of, "the") + 1 is var end)
            return OtherDay(t, end) ? null : new(end, new(today));
        if (t.Is(i, "eod cob"))
            return OtherDay(t, i + 1) ? null : new(i + 1, new(today));
        if (t.After(i, "the", "day") is > 0 and var day && t.Is(t.Skip(day, "is"), "out over"))
            return new(t.Skip(day, "is") + 1, new(today));
        if (t.Is(i, "before after over at by") && t.Skip(i + 1, "the my your his her this our") is var meal && t.Is(meal, Breaks))
            return new(t.Skip(meal + 1, "end"), new(today), Weak: true);
        if (t.After(i, "end", "of", "the my your his her this our", "shift") is > 0 and var shift)
            return new(shift, new(today), Weak: true);
        if (t.After(i, "in", "the", "morning") is > 0 and var morning && EndsHere(t, morning))
            return new(morning, new(today.AddDays(1)));
        return t.After(i, "first", "thing") is > 0 and var first && EndsHere(t, first) ? new(first, new(today.AddDays(1)), Weak: true) : null;
    }

    const string Breaks = "lunch lunchtime noon midday break breaks tea teatime coffee dinner supper smoko shift handover standup huddle";

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
        t.IsMark(i) || t.Is(i, "and or but so at in on for with to from by if when then because as is latest okay yeah please")
        || t.Is(i, "i i'll i'd we we'll you you'll he she they it that which who")
        || OtherDay(t, i) || t.Is(i, "today tonight");

    static bool OtherDay(Tokens t, int i) => t.Is(i, "tomorrow") || Calendar.Weekday(t[i]) is not null;
}
