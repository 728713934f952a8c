using InsightEngine.Signals;

namespace InsightEngine.Evaluation.Commitments;

/// <summary>Listed right, listed wrong, missed; and words that tell of a promise, with those tied to the right one.</summary>
sealed record OpenListScore(int Right, int Wrong, int Missed, int Told, int TiedRight)
{
    public double? Precision => Right + Wrong == 0 ? null : (double)Right / (Right + Wrong);
    public double? Recall => Right + Missed == 0 ? null : (double)Right / (Right + Missed);
    public double? Tied => Told == 0 ? null : (double)TiedRight / Told;
}

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
        var ties = company.Talks.SelectMany(t => t.Utterances).SelectMany(u => u.Tags.Where(Tells).Select(t => (Word: u.Ref, Promise: t.Ref))).ToList();
        var work = company.Work.Select(w => new LaterWord(w.Ref, w.Person, null, w.Text, "", w.Date, 1, 0));
        var all = words.Concat(work).ToList();
        var end = company.Talks.Max(t => t.Date);
        var tied = ties.Count(t => promises.Any(p => p.Id == t.Promise) && words.Where(w => w.Id == t.Word).Any(w => follow.Follow(promises, [w], end).Any(o => o.Key == t.Promise && o.Value.EvidenceId == w.Id)));
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var brief in company.Briefs)
        {
            var day = brief.AsOf.AddDays(-1);
            var ours = promises.Where(p => (p.By, p.To) == (brief.Manager, brief.Report) || (p.To, p.By) == (brief.Manager, brief.Report)).ToList();
            var outcomes = follow.Follow(promises, all, day);
            bool Closed(Promise p) => labelledTies
                ? words.Any(w => w.On <= day && ties.Contains((w.Id, p.Id)))
                : outcomes.GetValueOrDefault(p.Id)?.State is CommitmentState.Kept or CommitmentState.Dropped;
            var listed = ours.Where(p => p.On < brief.AsOf && !(p.Due >= brief.AsOf) && !Closed(p)).Select(p => p.Id).ToHashSet();
            right += listed.Count(brief.OpenCommitments.Contains);
            wrong += listed.Count(p => !brief.OpenCommitments.Contains(p));
            missed += brief.OpenCommitments.Count(p => !listed.Contains(p));
        }
        return new(right, wrong, missed, ties.Count, tied);
    }

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
