using InsightEngine.Signals.Dates;

namespace InsightEngine.Signals;

/// <summary>The day by which something is promised.</summary>
public static class DueDate
{
    /// <summary>How many utterances around the promise are worth giving.</summary>
    public const int LooksBack = 2, LooksAhead = 1;

    /// <summary>Resolves what was said against the day of the talk; null if no day is named.</summary>
    /// <param name="text">The utterance that promises.</param>
    /// <param name="before">The utterances before it, the nearest last. The day often stands in the request that it answers.</param>
    /// <param name="after">The utterances after it, the nearest first: the other speaker may say the day back.</param>
    /// <param name="talkDay">The day of the talk.</param>
    public static DateOnly? Resolve(string text, IReadOnlyList<string> before, IReadOnlyList<string> after, DateOnly talkDay) =>
        Best(Mention.In(text, talkDay))?.Due;

    /// <summary>The likeliest; of equals the one said last, since speakers correct themselves and end on what they mean.</summary>
    static Mention? Best(IEnumerable<Mention> mentions)
    {
        Mention? best = null;
        foreach (var mention in mentions)
            if (mention.Weight > 0 && (best is null || mention.Weight >= best.Value.Weight))
                best = mention;
        return best;
    }
}
