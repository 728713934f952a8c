namespace InsightEngine.Signals;

/// <summary>The state of a promise, since when, the source that tells it, and how alike that source and the promise are.</summary>
public sealed record Outcome(CommitmentState State, DateOnly Since, string? EvidenceId, double Likeness);
