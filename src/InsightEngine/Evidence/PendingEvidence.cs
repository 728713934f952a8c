namespace InsightEngine.Evidence;

/// <summary>
/// The outbox: evidence that is stored and not yet in the answers. A row is written in the transaction that stores the
/// evidence and goes in the transaction that stores what was derived from it. Holds ids only, so it stands outside row-level security.
/// </summary>
public sealed class PendingEvidence
{
    public required string TenantId { get; set; }
    public EvidenceKind Kind { get; set; }
    public required string Id { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Failed tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>After so many tries a row counts as failed and waits for its evidence to be sent again.</summary>
    public const int MostAttempts = 5;
}
