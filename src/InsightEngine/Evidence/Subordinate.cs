namespace InsightEngine.Evidence;

/// <summary>Somebody below a manager; depth 1 is a direct report.</summary>
public sealed class Subordinate
{
    public required string PersonId { get; set; }
    public int Depth { get; set; }
}
