namespace InsightEngine.Signals;

/// <summary>What became of a commitment as of a day.</summary>
public enum CommitmentState
{
    /// <summary>Not due yet, or undated, and nothing tells that it was kept.</summary>
    Open,
    Overdue,
    Kept,
    Dropped,
}
