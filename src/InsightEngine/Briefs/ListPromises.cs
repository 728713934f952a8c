using InsightEngine.Evidence;
using InsightEngine.Signals;

namespace InsightEngine.Briefs;

/// <summary>The promises of a manager and a report to each other that are not kept yet: overdue ones first, then undated ones, the newest first. Pure.</summary>
public static class ListPromises
{
    const int Most = 5;

    /// <summary>How many utterances before a promise name what it is about.</summary>
    const int Around = 2;

    const int ShortestPhrase = 4;

    public static IReadOnlyList<BriefCommitment> List(BriefEvidence evidence)
    {
        var promises = evidence.Talks.SelectMany(t => t.Signals.Where(s => s.Kind == SignalKind.Commitment && s.PersonId is not null).Select(s => (Talk: t, Signal: s))).ToList();
        var follow = new FollowPromises(new WordRarity(evidence.Talks.SelectMany(t => t.Utterances).Select(u => u.Text)));
        var outcomes = follow.Follow(promises.Select(p => PromiseOf(evidence, p.Talk, p.Signal)), LaterWords(evidence), evidence.AsOf);
        return
        [
            .. promises.Select(p => (p.Signal, Outcome: outcomes[p.Signal.Id]))
                .Where(p => p.Outcome.State == CommitmentState.Overdue || (p.Outcome.State == CommitmentState.Open && p.Signal.Due is null))
                .OrderBy(p => p.Outcome.State == CommitmentState.Overdue ? 0 : 1).ThenByDescending(p => p.Signal.Date).ThenByDescending(p => p.Signal.Confidence).ThenBy(p => p.Signal.Id)
                .Take(Most).Select(p => Commitment(p.Signal, p.Outcome.State)),
        ];
    }

    static BriefCommitment Commitment(Signal signal, CommitmentState state) =>
        new(
            signal.PersonId!, PhraseOf(signal.Quote), signal.Due, state,
            [new(CitationType.Conversation, signal.ConversationId, signal.Date, Excerpt.Of(signal.Quote, 40), signal.SpeakerId)]);

    /// <summary>What was promised; where the phrase alone says too little (“ask her”), the sentence around it.</summary>
    static string PhraseOf(string said)
    {
        var phrase = CommitmentPhrase.Of(said);
        return Excerpt.WordCount(phrase) >= ShortestPhrase ? phrase : Excerpt.Of(said, 14);
    }

    static Promise PromiseOf(BriefEvidence evidence, Talk talk, Signal signal) =>
        new(
            signal.Id, signal.PersonId!, signal.PersonId == evidence.Manager.Id ? evidence.Report.Id : evidence.Manager.Id, signal.Quote,
            Before(talk, signal.UtteranceNumber), signal.Date, signal.Due);

    static IEnumerable<LaterWord> LaterWords(BriefEvidence evidence)
    {
        foreach (var talk in evidence.Talks)
            foreach (var said in talk.Utterances.Where(u => u.SpeakerId is not null && Math.Max(u.Done, u.Dropped) >= FollowPromises.LeastTelling))
                yield return new(
                    $"{talk.Id}#{said.Number}", said.SpeakerId!, said.SpeakerId == evidence.Manager.Id ? evidence.Report.Id : evidence.Manager.Id, said.Text,
                    Before(talk, said.Number), talk.Date, said.Done, said.Dropped);
        foreach (var work in evidence.Work)
            yield return new(work.Id, work.PersonId, null, work.CanonicalText, "", work.Date, 1, 0);
    }

    static string Before(Talk talk, int number) => string.Join(' ', talk.Utterances.Take(number - 1).TakeLast(Around).Select(u => u.Text));
}
