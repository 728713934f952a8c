using System.Globalization;
using InsightEngine.Evidence;
using InsightEngine.Priorities;
using InsightEngine.Signals;

namespace InsightEngine.Briefs;

/// <summary>Turns evidence into the points that a brief could make, each with its words and its weight. Pure.</summary>
public sealed class FindPoints(BriefEvidence evidence)
{
    const int NoteWords = 22;
    const int SpokenWords = 26;
    const int FeedbackWords = 28;

    readonly TieToGoals ties = new(evidence.Goals);

    public IEnumerable<BriefPoint> Find() =>
        [.. evidence.Goals.SelectMany(CheckIns), .. evidence.Talks.SelectMany(Spoken), .. evidence.Feedback.Select(Feedback), .. evidence.Work.Select(Work)];

    /// <summary>The last words about a goal; a stalled one needs its story, the others their latest.</summary>
    IEnumerable<BriefPoint> CheckIns(AssessedGoal assessed)
    {
        var (goal, health) = (assessed.Goal, assessed.Health);
        var section = health.State is GoalState.Stalled or GoalState.Missed ? SectionKind.Stalled : SectionKind.Progress;
        if (assessed.Last is null)
        {
            yield return new(section, goal.Id, 0.6, "The goal says", AssessGoal.Cite(goal, null));
            yield break;
        }
        var weight = health.State is GoalState.Stalled or GoalState.AtRisk ? 1.0 : 0.85;
        foreach (var checkIn in assessed.CheckIns.Where(c => !string.IsNullOrWhiteSpace(c.Note)).Reverse().Take(4))
        {
            var quote = Excerpt.Of(checkIn.Note!, NoteWords);
            yield return new(
                section, goal.Id, weight * Recency(Age(checkIn.Date), 60), Day(checkIn.Date),
                new(CitationType.CheckIn, checkIn.Id, checkIn.Date, quote, checkIn.AuthorId));
            weight *= 0.7;
        }
        if (assessed.CheckIns.All(c => string.IsNullOrWhiteSpace(c.Note)))
            yield return new(section, goal.Id, weight * Recency(Age(assessed.Last.Date), 60), Day(assessed.Last.Date), AssessGoal.Cite(goal, assessed.Last));
    }

    /// <summary>What the report said that says something; of a run of such utterances the clearest.</summary>
    IEnumerable<BriefPoint> Spoken(Talk talk)
    {
        var clearest = talk.Signals.Select(s => (Signal: s, Weight: Weight(s))).Where(s => s.Weight > 0)
            .GroupBy(s => s.Signal.UtteranceNumber).Select(g => g.MaxBy(s => s.Weight)).OrderByDescending(s => s.Weight).ThenBy(s => s.Signal.UtteranceNumber);
        var taken = new List<int>();
        foreach (var (signal, weight) in clearest)
        {
            if (taken.Any(n => Math.Abs(n - signal.UtteranceNumber) <= 1))
                continue;
            taken.Add(signal.UtteranceNumber);
            var goal = ties.Find(talk.Utterances, signal.UtteranceNumber - 1);
            var who = signal.SpeakerId == evidence.Manager.Id ? "you" : evidence.Report.FirstName;
            yield return new(
                SectionOf(signal.Kind), goal ?? $"{talk.Id}#{signal.UtteranceNumber}", weight, $"{Capital(who)} on {Day(talk.Date)}",
                new(CitationType.Conversation, talk.Id, talk.Date, Excerpt.Of(signal.Quote, SpokenWords), signal.SpeakerId));
        }
    }

    double Weight(Signal signal)
    {
        if (signal.SpeakerId != evidence.Report.Id && signal.SpeakerId != evidence.Manager.Id)
            return 0;
        var byReport = signal.SpeakerId == evidence.Report.Id;
        // What the manager said they know; what they decided or moved counts for what became of it.
        var (kind, halfLife) = signal.Kind switch
        {
            SignalKind.Blocker => (byReport ? 1.0 : 0.5, 45),
            SignalKind.Help => (byReport ? 1.0 : 0, 60),
            SignalKind.Concern => (byReport ? 0.95 : 0, 60),
            SignalKind.PriorityShift => (byReport ? 0.95 : 0.7, 60),
            SignalKind.Decision => (byReport ? 0.85 : 0.7, 60),
            SignalKind.Growth => (byReport ? 0.9 : 0, 150),
            SignalKind.Wellbeing => (byReport ? 0.85 : 0, 30),
            SignalKind.Constructive => (byReport ? 0.8 : 0.5, 60),
            SignalKind.Progress => (byReport ? 0.8 : 0, 45),
            SignalKind.Recognition => (byReport ? 0.6 : 0, 45),
            // Promises have a list of their own.
            SignalKind.Commitment or SignalKind.Skill => (0, 1),
        };
        // A doubtful reading still shows words that somebody said; the root keeps it in the running.
        return kind * Math.Sqrt(signal.Confidence) * Recency(Age(signal.Date), halfLife);
    }

    static SectionKind SectionOf(SignalKind kind) => kind switch
    {
        SignalKind.Blocker or SignalKind.Help => SectionKind.Blockers,
        SignalKind.Concern or SignalKind.Wellbeing => SectionKind.Concerns,
        SignalKind.PriorityShift or SignalKind.Decision => SectionKind.Changes,
        SignalKind.Growth => SectionKind.Growth,
        SignalKind.Recognition => SectionKind.Recognition,
        SignalKind.Constructive => SectionKind.Feedback,
        SignalKind.Progress or SignalKind.Commitment => SectionKind.Progress,
        SignalKind.Skill => SectionKind.Skills,
    };

    BriefPoint Feedback(Feedback feedback)
    {
        // What the manager wrote themselves they know.
        var weight = feedback.FromId == evidence.Manager.Id ? 0.55 : feedback.ToId == evidence.Report.Id ? 0.8 : 0.7;
        var giver = feedback.FromId == evidence.Manager.Id ? "You" : NameOf(feedback.FromId);
        var receiver = feedback.ToId == evidence.Manager.Id ? "you" : NameOf(feedback.ToId);
        return new(
            SectionKind.Feedback, feedback.Id, weight * Recency(Age(feedback.Date), 75),
            $"{giver} to {receiver}, {Day(feedback.Date)}",
            new(CitationType.Feedback, feedback.Id, feedback.Date, Excerpt.Of(feedback.Text, FeedbackWords), feedback.FromId));
    }

    BriefPoint Work(WorkEvent work) => new(
        SectionKind.Progress, work.GoalId is { } goal && evidence.Goals.Any(g => g.Goal.Id == goal) ? goal : work.Id, 0.62 * Recency(Age(work.Date), 60),
        $"{Day(work.Date)}, {work.Kind.Replace('_', ' ')}",
        new(CitationType.Work, work.Id, work.Date, Excerpt.Of(work.Title, NoteWords), work.PersonId));

    /// <summary>Halves in so many days.</summary>
    static double Recency(int days, double halfLife) => Math.Pow(0.5, days / halfLife);

    int Age(DateOnly date) => evidence.AsOf.DayNumber - date.DayNumber;

    string NameOf(string person) => person == evidence.Report.Id ? evidence.Report.FirstName : evidence.Names.GetValueOrDefault(person, person);

    /// <summary>“4 March”; with the year where it is another than the brief's.</summary>
    string Day(DateOnly date) => date.ToString(date.Year == evidence.AsOf.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
