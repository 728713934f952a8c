using System.Numerics.Tensors;

namespace InsightEngine.Signals;

/// <summary>Decides what became of promises from what was said and recorded later.</summary>
public sealed class FollowPromises(WordRarity rarity)
{
    /// <summary>Below, a later word is too unlikely to tell of any promise.</summary>
    public const double LeastTelling = 0.5;

    /// <summary>Below, it tells of something else.</summary>
    public const double LeastLikeness = 0.1;

    const double AroundShare = 0.5, WordsShare = 0.7, SamePair = 0.1, ByAnEarlierTalk = 0.04;

    /// <summary>
    /// The outcome of each promise that was made by the day. A later word tells of the promise that it is most like, and of that one
    /// alone; of several words about one promise the last counts.
    /// </summary>
    public IReadOnlyDictionary<string, Outcome> Follow(IReadOnlyCollection<Promise> promises, IEnumerable<LaterWord> words, DateOnly asOf)
    {
        var made = promises.Where(p => p.On <= asOf).Select(p => (Promise: p, Weights: rarity.Weigh(p.Said, p.Around, AroundShare))).ToList();
        var outcomes = made.ToDictionary(m => m.Promise.Id, m => Unanswered(m.Promise, asOf));
        foreach (var word in words.Where(w => w.On <= asOf && Math.Max(w.Done, w.Dropped) >= LeastTelling).OrderBy(w => w.On))
            if (MostAlike(word, made) is { Likeness: >= LeastLikeness } match)
                outcomes[match.Id] = new(word.Done >= word.Dropped ? CommitmentState.Kept : CommitmentState.Dropped, word.On, word.Id, match.Likeness);
        return outcomes;
    }

    (string Id, double Likeness)? MostAlike(LaterWord word, List<(Promise Promise, IReadOnlyDictionary<string, double> Weights)> made)
    {
        var weights = rarity.Weigh(word.Text, word.Around, AroundShare);
        return made.Where(m => m.Promise.On < word.On && (word.Speakers.Contains(m.Promise.By) || word.Speakers.Contains(m.Promise.To)))
            .Select(m => ((string, double)?)(m.Promise.Id, Likeness(word, weights, m.Promise, m.Weights)))
            .MaxBy(m => m!.Value.Item2);
    }

    static double Likeness(LaterWord word, IReadOnlyDictionary<string, double> weights, Promise promise, IReadOnlyDictionary<string, double> promised)
    {
        var overlap = WordRarity.Overlap(weights, promised);
        var alike = word.Vector.IsEmpty || promise.Vector.IsEmpty
            ? overlap
            : WordsShare * overlap + (1 - WordsShare) * TensorPrimitives.CosineSimilarity(word.Vector.Span, promise.Vector.Span);
        var pair = word.Speakers.Contains(promise.By) && word.Speakers.Contains(promise.To) ? SamePair : 0;
        return alike + pair - ByAnEarlierTalk * Math.Min(5, (word.On.DayNumber - promise.On.DayNumber) / 30.0);
    }

    static Outcome Unanswered(Promise promise, DateOnly asOf) =>
        promise.Due < asOf ? new(CommitmentState.Overdue, promise.Due.Value.AddDays(1), null, 0) : new(CommitmentState.Open, promise.On, null, 0);
}
