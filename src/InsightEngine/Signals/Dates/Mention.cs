namespace InsightEngine.Signals.Dates;

/// <summary>
/// A time as an utterance names it: the due day that it would give, how likely it is meant as one, whether it is a month or longer, and
/// whether the words often mean something else.
/// </summary>
readonly record struct Mention(DateOnly Due, double Weight, bool IsLong, bool IsWeak)
{
    /// <param name="text">The utterance.</param>
    /// <param name="today">The day of the talk.</param>
    /// <param name="request">Whether it asks for what somebody else then promises.</param>
    public static List<Mention> In(string text, DateOnly today, bool request = false)
    {
        var tokens = new Tokens(text);
        var mentions = new List<Mention>();
        foreach (var (start, found) in TimeGrammar.Read(tokens, today))
        {
            var relation = RelationAt(tokens, start);
            if (Latest(found.Span, relation, today) is { } due)
            {
                var weight = Weigh(relation, found) + Clause.Around(tokens, start).Weight(start, found.End, request);
                var isLong = found.Span.Last.DayNumber - found.Span.First.DayNumber > 6 && relation is not (Relation.By or Relation.Before);
                mentions.Add(new(due, weight, isLong, found.Weak));
            }
        }
        return mentions;
    }

    const int LongestMemory = 60;

    /// <summary>The last day of the span that keeps the promise, or nothing if the words look back.</summary>
    static DateOnly? Latest(Span span, Relation relation, DateOnly today)
    {
        // Who promises something by January in May means the next one; "the tenth of April" in May looks back.
        if (relation is Relation.By or Relation.Before && today.DayNumber - span.Last.DayNumber > LongestMemory)
            span = new(span.First.AddYears(1), span.Last.AddYears(1));
        if (relation is Relation.Never || span.Last < today)
            return null;
        var due = relation switch
        {
            Relation.From => span.First,
            Relation.Before when !span.IsDay => Calendar.WorkdayBefore(span.First),
            _ => Calendar.LastWorkday(span),
        };
        return due < today ? span.Last : due;
    }

    static Relation RelationAt(Tokens t, int start)
    {
        // The expression's own first word may be the preposition: "before lunch", "in two weeks".
        if (t.Is(start, "by before"))
            return Relation.By;
        var i = start - 1;
        while (t.Is(i, "the about around say maybe like eh um er uh let us at latest and with that , :") && i > start - 5)
            i--;
        return t[i] switch
        {
            "by" => Relation.By,
            "before" => Relation.Before,
            "until" or "till" or "til" => t.Is(i - 1, "me") ? Relation.By : Relation.Until,
            "from" or "fae" or "starting" or "of" when t[i] != "of" || t.Is(i - 1, "as") => Relation.From,
            "for" or "to" => Relation.For,
            "since" or "after" or "every" or "each" or "last" => Relation.Never,
            _ => Relation.On,
        };
    }

    static double Weigh(Relation relation, Found found) =>
        relation switch
        {
            Relation.By => 2,
            Relation.Before => 1.5,
            Relation.On => 1,
            Relation.From => 1,
            Relation.Until => 0,
            Relation.For => -1,
            Relation.Never => -9,
        }
        + (found.Span.IsDay ? 0.5 : 0);
}
