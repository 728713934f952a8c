namespace InsightEngine.Processing;

/// <summary>An import that has not ended, so that the sweeper finds one whose job was lost; ids only, outside row-level security.</summary>
public sealed class PendingImport
{
    public required string TenantId { get; set; }
    public required string ImportId { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
}
