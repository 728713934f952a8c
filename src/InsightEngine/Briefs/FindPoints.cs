using System.Globalization;
using InsightEngine.Evidence;
using InsightEngine.Priorities;

namespace InsightEngine.Briefs;

/// <summary>Turns evidence into the points that a brief could make, in plain words that quote. Pure.</summary>
public sealed class FindPoints(BriefEvidence evidence)
{
    const int NoteWords = 22;
    const int FeedbackWords = 28;

    public IEnumerable<BriefPoint> Find() => [.. evidence.Goals.SelectMany(Goal), .. evidence.Feedback.Select(Feedback), .. evidence.Work.Select(Work)];

    /// <summary>A goal is one item: its number, its last word and, if the number fell silent, since when.</summary>
    IEnumerable<BriefPoint> Goal(AssessedGoal assessed)
    {
        var (goal, health) = (assessed.Goal, assessed.Health);
        var cited = assessed.CheckIns.Where(c => !string.IsNullOrWhiteSpace(c.Note)).TakeLast(2).Reverse().ToList();
        var parts = new List<string> { $"{goal.Title}: {Standing(assessed)}" };
        var citations = new List<Citation>();
        foreach (var checkIn in cited.Take(health.State == GoalState.Stalled ? 2 : 1))
        {
            var quote = Excerpt.Of(checkIn.Note!, NoteWords);
            parts.Add($"{(citations.Count == 0 ? Day(checkIn.Date) : "before that, " + Day(checkIn.Date))}: “{quote}”");
            citations.Add(new(CitationType.CheckIn, checkIn.Id, checkIn.Date, quote, checkIn.AuthorId));
        }
        if (citations.Count == 0)
            citations.Add(AssessGoal.Cite(goal, assessed.Last));
        var section = health.State is GoalState.Stalled or GoalState.Missed ? SectionKind.Stalled : SectionKind.Progress;
        yield return new(section, goal.Id, GoalWeight(assessed), string.Join(" ", parts), citations);
    }

    double GoalWeight(AssessedGoal assessed)
    {
        var age = evidence.AsOf.DayNumber - (assessed.Last?.Date ?? assessed.Goal.Start).DayNumber;
        var state = assessed.Health.State switch
        {
            GoalState.Stalled => 1.0,
            GoalState.AtRisk => 0.95,
            GoalState.Missed => 0.8,
            GoalState.Achieved => 0.6,
            GoalState.OnTrack or GoalState.Quiet or GoalState.Frozen or GoalState.Cancelled => 0.8,
        };
        return state * Recency(age, 60);
    }

    string Standing(AssessedGoal assessed)
    {
        var (goal, last) = (assessed.Goal, assessed.Last);
        if (last is null)
            return $"no check-in since it started on {Day(goal.Start)}.";
        var figures = new List<string>();
        if (last.Value is { } value)
            figures.Add(Measured(goal, value));
        else if (last.Progress is { } progress)
            figures.Add($"{Number(progress)} %");
        if (last.Confidence is { } confidence)
            figures.Add(confidence switch { Confidence.OnTrack => "on track", Confidence.AtRisk => "at risk", Confidence.OffTrack => "off track" });
        var silence = evidence.AsOf.DayNumber - last.Date.DayNumber;
        if (silence > AssessGoal.LongestSilence)
            figures.Add($"no check-in for {silence} days");
        else if (assessed.Health.State == GoalState.Stalled)
            figures.Add($"{Number(decimal.Round(AssessGoal.Elapsed(goal, evidence.AsOf)))} % of its time gone");
        return string.Join(", ", figures) + ".";
    }

    /// <summary>“9 of 14 services” where it counts up from nothing, else the value and its target: “260 ms, target 300”.</summary>
    static string Measured(Goal goal, decimal value) =>
        goal is { MetricTarget: { } whole, MetricStart: 0 } ? $"{Number(value)} of {Number(whole)} {goal.MetricUnit}".TrimEnd()
        : goal.MetricTarget is { } target ? $"{$"{Number(value)} {goal.MetricUnit}".TrimEnd()}, target {Number(target)}"
        : $"{Number(value)} {goal.MetricUnit}".TrimEnd();

    BriefPoint Feedback(Feedback feedback)
    {
        var quote = Excerpt.Of(feedback.Text, FeedbackWords);
        var giver = feedback.FromId == evidence.Manager.Id ? "You" : NameOf(feedback.FromId);
        var receiver = feedback.ToId == evidence.Manager.Id ? "you" : NameOf(feedback.ToId);
        return new(
            SectionKind.Feedback, feedback.Id, (feedback.ToId == evidence.Report.Id ? 0.8 : 0.7) * Recency(Age(feedback.Date), 75),
            $"{giver} to {receiver}, {Day(feedback.Date)}: “{quote}”", [new(CitationType.Feedback, feedback.Id, feedback.Date, quote, feedback.FromId)]);
    }

    BriefPoint Work(WorkEvent work)
    {
        var title = Excerpt.Of(work.Title, NoteWords);
        return new(
            SectionKind.Progress, work.GoalId ?? work.Id, 0.62 * Recency(Age(work.Date), 60),
            $"{char.ToUpperInvariant(work.Kind[0])}{work.Kind[1..].Replace('_', ' ')}, {Day(work.Date)}: “{title}”",
            [new(CitationType.Work, work.Id, work.Date, title, work.PersonId)]);
    }

    /// <summary>Halves in so many days.</summary>
    static double Recency(int days, double halfLife) => Math.Pow(0.5, days / halfLife);

    int Age(DateOnly date) => evidence.AsOf.DayNumber - date.DayNumber;

    string NameOf(string person) => evidence.Names.GetValueOrDefault(person, person);

    /// <summary>“4 March”; with the year where it is another than the brief's.</summary>
    string Day(DateOnly date) => date.ToString(date.Year == evidence.AsOf.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}
