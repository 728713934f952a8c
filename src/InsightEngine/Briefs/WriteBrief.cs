using System.Globalization;
using InsightEngine.Evidence;
using InsightEngine.Priorities;

namespace InsightEngine.Briefs;

/// <summary>The built-in writer: one item a subject, a goal with its number and what was last said about it, in plain words that quote. Pure.</summary>
public sealed class WriteBrief(BriefEvidence evidence)
{
    /// <summary>The items of each section, the weightiest first.</summary>
    public IReadOnlyList<(SectionKind Section, BriefItem Item)> Write(IReadOnlyList<BriefPoint> points)
    {
        var goals = evidence.Goals.ToDictionary(g => g.Goal.Id);
        return
        [
            .. points.GroupBy(p => p.Subject).OrderByDescending(g => g.Max(p => p.Weight)).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => goals.TryGetValue(g.Key, out var goal)
                    ? (SectionOf(goal, g), Item($"{goal.Goal.Title}: {Standing(goal)}", g))
                    : (g.First().Section, Item(null, g))),
        ];
    }

    static BriefItem Item(string? head, IEnumerable<BriefPoint> points)
    {
        var told = points.OrderByDescending(p => p.Citation.Date).ThenByDescending(p => p.Weight).ToList();
        // Who and when is said once for what was said together.
        var quotes = told.Select((p, i) => i > 0 && told[i - 1].Lead == p.Lead ? $"“{p.Citation.Quote}”" : p.Text);
        string?[] sentences = [head, .. quotes];
        return new(string.Join(" ", sentences.Where(s => s is not null)), StatementNature.Fact, [.. told.Select(p => p.Citation)]);
    }

    /// <summary>A goal that stalled stands there; one that moves stands where its weightiest point belongs.</summary>
    static SectionKind SectionOf(AssessedGoal goal, IEnumerable<BriefPoint> points) =>
        goal.Health.State is GoalState.Stalled or GoalState.Missed ? SectionKind.Stalled
        : goal.Health.State is not GoalState.Achieved && points.Any(p => p.Section == SectionKind.Blockers) ? SectionKind.Blockers : SectionKind.Progress;

    /// <summary>The goal's number, its owner's confidence, and how long nobody has said anything.</summary>
    string Standing(AssessedGoal assessed)
    {
        var (goal, last) = (assessed.Goal, assessed.Last);
        if (last is null)
            return "no check-in yet.";
        var figures = new List<string>();
        if (last.Value is { } value)
            figures.Add(Measured(goal, value));
        else if (last.Progress is { } progress)
            figures.Add($"{Number(progress)} %");
        if (last.Confidence is { } confidence && assessed.Health.State is not GoalState.Achieved)
            figures.Add(confidence switch { Confidence.OnTrack => "on track", Confidence.AtRisk => "at risk", Confidence.OffTrack => "off track" });
        var silence = evidence.AsOf.DayNumber - last.Date.DayNumber;
        if (assessed.Health.State is GoalState.Achieved)
            figures.Add("reached");
        else if (assessed.Health.State is GoalState.Missed)
            figures.Add($"was due on {goal.Due.ToString("d MMMM", CultureInfo.InvariantCulture)}");
        else if (silence > AssessGoal.LongestSilence)
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

    static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}
