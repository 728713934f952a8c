using InsightEngine.Evidence;
using InsightEngine.Priorities;
using InsightEngine.Signals;

namespace InsightEngine.Briefs;

/// <summary>All that a brief may be made of: what the manager may see of a report, dated up to a day.</summary>
/// <param name="Talks">The pair's talks, oldest first.</param>
/// <param name="Names">Of everyone who gave or received a feedback here.</param>
public sealed record BriefEvidence(
    Person Manager,
    Person Report,
    DateOnly AsOf,
    IReadOnlyList<AssessedGoal> Goals,
    IReadOnlyList<Talk> Talks,
    IReadOnlyList<Feedback> Feedback,
    IReadOnlyList<WorkEvent> Work,
    IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The pair's last talk before the day that the brief prepares.</summary>
    public DateOnly? Since => Talks.Count > 0 ? Talks[^1].Date : null;

    /// <summary>The canonical text of every source, to check quotes against.</summary>
    public IEnumerable<(CitationType Type, string Id, string Text)> Sources()
    {
        foreach (var goal in Goals)
        {
            yield return (CitationType.Goal, goal.Goal.Id, goal.Goal.CanonicalText);
            foreach (var checkIn in goal.CheckIns)
                yield return (CitationType.CheckIn, checkIn.Id, checkIn.CanonicalText);
        }
        foreach (var talk in Talks)
            yield return (CitationType.Conversation, talk.Id, string.Join('\n', talk.Utterances.Select(u => u.Text)));
        foreach (var feedback in Feedback)
            yield return (CitationType.Feedback, feedback.Id, feedback.Text);
        foreach (var work in Work)
            yield return (CitationType.Work, work.Id, work.CanonicalText);
    }
}

/// <summary>A talk of the pair: what was said in it, and what that says.</summary>
public sealed record Talk(string Id, DateOnly Date, IReadOnlyList<Utterance> Utterances, IReadOnlyList<Signal> Signals);
