using InsightEngine.Evidence;

namespace InsightEngine.Priorities;

/// <summary>How a goal stands on a day, since when, and on what evidence.</summary>
public sealed record GoalHealth(
    GoalState State, DateOnly Since, string? Reason, double Confidence, IReadOnlyList<Citation> Evidence, IReadOnlyList<Citation> CounterEvidence);

public enum GoalState
{
    OnTrack,
    Quiet,
    AtRisk,
    Stalled,
    Frozen,
    Achieved,
    Missed,
    Cancelled,
}
