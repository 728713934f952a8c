using InsightEngine.Evidence;

namespace InsightEngine.Priorities;

/// <summary>
/// The baseline rule for the health of a goal, from its check-ins alone: stalled with no check-in for more than 14 days, or
/// with progress more than 25 points behind the share of time that has passed.
/// </summary>
public static class AssessGoal
{
    /// <summary>Named in every answer that rests on it.</summary>
    public const string Version = "baseline-1";

    public const int LongestSilence = 14;
    public const int LargestLag = 25;

    /// <summary>The goal's health on a day; <paramref name="checkIns"/> are its check-ins up to that day, oldest first.</summary>
    public static GoalHealth Assess(Goal goal, IReadOnlyList<CheckIn> checkIns, DateOnly asOf)
    {
        var last = checkIns.Count > 0 ? checkIns[^1] : null;
        var evidence = Cite(goal, last);
        GoalHealth Verdict(GoalState state, DateOnly since, double confidence, params Citation[] counter) => new(state, since, null, confidence, [evidence], counter);

        if (FirstOf(checkIns, c => c.Progress >= 100) is { } reached && last!.Progress >= 100)
            return Verdict(GoalState.Achieved, reached.Date, 0.9);
        if (asOf > goal.Due)
            return Verdict(GoalState.Missed, goal.Due.AddDays(1), 0.6);
        var heard = last?.Date ?? goal.Start;
        if (asOf.DayNumber - heard.DayNumber > LongestSilence)
            return Verdict(GoalState.Stalled, heard.AddDays(LongestSilence + 1), 0.4);
        if (Lag(goal, last, asOf) > LargestLag)
            return Verdict(GoalState.Stalled, FellBehind(goal, last, asOf), 0.4);
        return last?.Confidence is Confidence.AtRisk or Confidence.OffTrack
            ? Verdict(GoalState.AtRisk, RunStart(checkIns, c => c.Confidence is Confidence.AtRisk or Confidence.OffTrack), 0.6)
            : Verdict(GoalState.OnTrack, RunStart(checkIns, c => c.Confidence is null or Confidence.OnTrack, goal.Start), 0.5);
    }

    /// <summary>Share of the goal's time that has passed, in per cent.</summary>
    public static decimal Elapsed(Goal goal, DateOnly asOf) =>
        Math.Clamp(100m * (asOf.DayNumber - goal.Start.DayNumber) / Math.Max(1, goal.Due.DayNumber - goal.Start.DayNumber), 0, 100);

    /// <summary>The last check-in, or the goal where there is none, in words that stand there.</summary>
    public static Citation Cite(Goal goal, CheckIn? checkIn) =>
        checkIn is null
            ? new(CitationType.Goal, goal.Id, goal.Start, goal.Title, goal.OwnerId)
            : new(CitationType.CheckIn, checkIn.Id, checkIn.Date, checkIn.CanonicalText.Split('\n')[0], checkIn.AuthorId);

    /// <summary>Points of progress behind the time that has passed.</summary>
    static decimal Lag(Goal goal, CheckIn? last, DateOnly asOf) => Elapsed(goal, asOf) - (last?.Progress ?? 0);

    static DateOnly FellBehind(Goal goal, CheckIn? last, DateOnly asOf)
    {
        var day = last?.Date ?? goal.Start;
        while (day < asOf && Lag(goal, last, day) <= LargestLag)
            day = day.AddDays(1);
        return day;
    }

    static CheckIn? FirstOf(IReadOnlyList<CheckIn> checkIns, Func<CheckIn, bool> holds) => checkIns.FirstOrDefault(holds);

    /// <summary>The day since when it has held without a break up to the last check-in.</summary>
    static DateOnly RunStart(IReadOnlyList<CheckIn> checkIns, Func<CheckIn, bool> holds, DateOnly otherwise = default) =>
        checkIns.Reverse().TakeWhile(holds).LastOrDefault()?.Date ?? otherwise;
}
