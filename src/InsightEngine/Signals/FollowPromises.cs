namespace InsightEngine.Signals;

/// <summary>Decides what became of promises from what was said and recorded later.</summary>
public sealed class FollowPromises(WordRarity rarity)
{
    /// <summary>Below, a later word is too unlikely to tell of any promise. Low, since the likeness to the promise must hold as well.</summary>
    public const double LeastTelling = 0.2;

    /// <summary>Below, it tells of something else. Work that was recorded seldom answers a promise, so it must be more alike.</summary>
    public const double LeastLikenessOfTalk = 0.05, LeastLikenessOfWork = 0.2;

    /// <summary>How much a word said just before counts against one in the sentence itself.</summary>
    const double AroundShare = 0.7;

    /// <summary>What it adds that both were there when the promise was made, and what each month takes since then.</summary>
    const double SamePair = 0.1, EachMonth = 0.01;

    /// <summary>
    /// The outcome of each promise that was made by the day. A later word tells of the promise that it is most like, and of that one
    /// alone; of several words about one promise the last counts.
    /// </summary>
    public IReadOnlyDictionary<string, Outcome> Follow(IEnumerable<Promise> promises, IEnumerable<LaterWord> words, DateOnly asOf)
    {
        var made = promises.Where(p => p.On <= asOf).Select(p => (Promise: p, Weights: rarity.Weigh(p.Said, p.Around, AroundShare))).ToList();
        var outcomes = made.ToDictionary(m => m.Promise.Id, m => Unanswered(m.Promise, asOf));
        foreach (var word in words.Where(w => w.On <= asOf && Math.Max(w.Done, w.Dropped) >= LeastTelling).OrderBy(w => w.On))
            if (MostAlike(word, made) is { } match && match.Likeness >= (word.IsTalk ? LeastLikenessOfTalk : LeastLikenessOfWork))
                outcomes[match.Id] = new(word.Done >= word.Dropped ? CommitmentState.Kept : CommitmentState.Dropped, word.On, word.Id, match.Likeness);
        return outcomes;
    }

    (string Id, double Likeness)? MostAlike(LaterWord word, List<(Promise Promise, IReadOnlyDictionary<string, double> Weights)> made)
    {
        var weights = rarity.Weigh(word.Text, word.Around, AroundShare);
        return made.Where(m => m.Promise.On < word.On && MayTell(word, m.Promise))
            .Select(m => ((string, double)?)(m.Promise.Id, Likeness(word, weights, m.Promise, m.Weights)))
            .MaxBy(m => m!.Value.Item2);
    }

    /// <summary>Work tells of its author's promises; a talk of those of either person, and of those made to them.</summary>
    static bool MayTell(LaterWord word, Promise promise) =>
        word.IsTalk ? word.Concerns(promise.By) || word.Concerns(promise.To) : word.Person == promise.By;

    static double Likeness(LaterWord word, IReadOnlyDictionary<string, double> weights, Promise promise, IReadOnlyDictionary<string, double> promised) =>
        WordRarity.Overlap(weights, promised)
        + (word.Concerns(promise.By) && word.Concerns(promise.To) ? SamePair : 0)
        - EachMonth * (word.On.DayNumber - promise.On.DayNumber) / 30.0;

    static Outcome Unanswered(Promise promise, DateOnly asOf) =>
        promise.Due < asOf
            ? new(CommitmentState.Overdue, promise.Due.Value.AddDays(1), null, 0)
            : new(CommitmentState.Open, promise.On, null, 0);
}
