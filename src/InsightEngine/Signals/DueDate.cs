using InsightEngine.Signals.Dates;

namespace InsightEngine.Signals;

/// <summary>The day by which something is promised.</summary>
public static class DueDate
{
    /// <summary>How many utterances around the promise are worth giving.</summary>
    public const int LooksBack = 2, LooksAhead = 1;

    /// <summary>A longer answer says more than yes, so the day of the request need not be its own.</summary>
    const int LongestAnswer = 12;

    /// <summary>Resolves what was said against the day of the talk; null if no day is named.</summary>
    /// <param name="text">The utterance that promises.</param>
    /// <param name="before">The utterances before it, the nearest last. The day often stands in the request that it answers.</param>
    /// <param name="after">The utterances after it, the nearest first: the other speaker may say the day back.</param>
    /// <param name="talkDay">The day of the talk.</param>
    public static DateOnly? Resolve(string text, IReadOnlyList<string> before, IReadOnlyList<string> after, DateOnly talkDay)
    {
        if (Best(Mention.In(text, talkDay)) is { } said)
            return said.Due;
        var asked = PointsBack(text) ? before.Reverse().Take(LooksBack) : [];
        return asked.Concat(after.Take(LooksAhead).Select(SaidBack))
            .Select(around => Best(Mention.In(around, talkDay, request: true).FindAll(m => m is { IsLong: false, IsWeak: false }))?.Due)
            .FirstOrDefault(due => due is not null);
    }

    /// <summary>The first sentence of an answer if it is short enough to be no more than a day: <c>Friday, then.</c></summary>
    static string SaidBack(string answer)
    {
        var t = new Tokens(answer);
        var end = Enumerable.Range(0, t.Count).FirstOrDefault(i => t.IsStop(i) || i == t.Count - 1);
        return t.Count > 0 && end <= 4 && !t.Is(0, "i i'll you we") ? answer[..t.At(end).End] : "";
    }

    /// <summary>Whether the words take up something said before: <c>I'll do that</c>, <c>yes, I will</c>.</summary>
    static bool PointsBack(string text)
    {
        var t = new Tokens(text);
        var words = Enumerable.Range(0, t.Count).Where(i => !t.IsMark(i)).ToList();
        return words.Count <= LongestAnswer
            && (words.Any(i => t.Is(i, "it that this so them too also then") || t.Is(i, "will do can shall yes") && t.IsMark(i + 1)));
    }

    /// <summary>
    /// The likeliest; of equals the one said last, since speakers correct themselves and end on what they mean. An hour or a break
    /// (<c>by noon</c>) counts only where no day stands beside it.
    /// </summary>
    static Mention? Best(IReadOnlyCollection<Mention> mentions) => Likeliest(mentions.Where(m => !m.IsWeak)) ?? Likeliest(mentions.Where(m => m.IsWeak));

    static Mention? Likeliest(IEnumerable<Mention> mentions)
    {
        Mention? best = null;
        foreach (var mention in mentions)
            if (mention.Weight >= 0 && (best is null || mention.Weight >= best.Value.Weight))
                best = mention;
        return best;
    }
}
