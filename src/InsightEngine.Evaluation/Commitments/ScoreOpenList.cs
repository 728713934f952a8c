using InsightEngine.Signals;

namespace InsightEngine.Evaluation.Commitments;

/// <summary>
/// The share of the listed that is labelled, of the labelled that is listed, and of the words that tell of a promise that were tied to it.
/// </summary>
sealed record OpenListScore(Share? Precision, Share? Recall, Share? Tied);

/// <summary>
/// The promises of a pair that a brief must list, overdue or undated, from labelled promises and labelled words that tell of them:
/// what following can reach if both were read without a fault.
/// </summary>
static class ScoreOpenList
{
    const int Around = 2;

    public static OpenListScore Score(LabelledCompany company, bool labelledTies)
    {
        var promises = company.Talks.SelectMany(Promises).ToList();
        var words = company.Talks.SelectMany(Words).ToList();
        var follow = new FollowPromises(new(company.Talks.SelectMany(t => t.Utterances).Select(u => u.Text)));
        var work = company.Work.Select(w => new LaterWord(w.Ref, w.Person, null, w.Text, "", w.Date, 1, 0)).ToList();
        var ties = company.Talks.SelectMany(t => t.Utterances).SelectMany(u => u.Tags.Where(Tells).Select(t => (Word: u.Ref, Promise: t.Ref!))).ToList();
        var (listed, labelled) = (new List<(string, bool)>(), new List<(string, bool)>());
        foreach (var brief in company.Briefs)
        {
            var day = brief.AsOf.AddDays(-1);
            var outcomes = follow.Follow(promises, words.Concat(work), day);
            bool IsClosed(Promise p) => labelledTies
                ? words.Any(w => w.On <= day && ties.Contains((w.Id, p.Id)))
                : outcomes[p.Id].State is CommitmentState.Kept or CommitmentState.Dropped;
            var open = promises
                .Where(p => p.On < brief.AsOf && IsOf(brief, p) && !(p.Due >= brief.AsOf) && !IsClosed(p))
                .Select(p => p.Id).ToHashSet();
            listed.AddRange(open.Select(p => (brief.Report, brief.OpenCommitments.Contains(p))));
            labelled.AddRange(brief.OpenCommitments.Select(p => (brief.Report, open.Contains(p))));
        }
        var tied = ties.Select(t => words.First(w => w.Id == t.Word) is var word
            && follow.Follow(promises, [word], word.On).GetValueOrDefault(t.Promise)?.EvidenceId == word.Id);
        return new(Share.Of(listed), Share.Of(labelled), Share.Of([.. tied.Select((right, i) => (ties[i].Word.Split('#')[0], right))]));
    }

    static bool IsOf(LabelledBrief brief, Promise promise) =>
        (promise.By, promise.To) == (brief.Manager, brief.Report) || (promise.To, promise.By) == (brief.Manager, brief.Report);

    static bool Tells(Tag tag) => tag is { Name: "done" or "dropped", Ref: not null };

    static IEnumerable<Promise> Promises(LabelledTalk talk) =>
        talk.Utterances.SelectMany((u, i) => u.Tags.Where(t => t.Name == "commitment").Take(1).Select(t =>
            new Promise(u.Ref, t.By ?? u.Speaker, Other(talk, t.By ?? u.Speaker), u.Text, Before(talk, i), talk.Date, t.Due)));

    static IEnumerable<LaterWord> Words(LabelledTalk talk) =>
        talk.Utterances.SelectMany((u, i) => u.Tags.Where(Tells).Take(1).Select(t => new LaterWord(
            u.Ref, u.Speaker, Other(talk, u.Speaker), u.Text, Before(talk, i), talk.Date,
            u.Tags.Any(t => t.Name == "done") ? 1 : 0, u.Tags.Any(t => t.Name == "dropped") ? 1 : 0)));

    static string Other(LabelledTalk talk, string person) => person == talk.Manager ? talk.Report : talk.Manager;

    static string Before(LabelledTalk talk, int i) => string.Join(' ', talk.Utterances.Take(i).TakeLast(Around).Select(u => u.Text));
}
