using InsightEngine.Data;

namespace InsightEngine.Access;

/// <summary>Who read or did what about whom, and when. Ids only.</summary>
public sealed class AuditEntry : ITenantOwned
{
    public required string TenantId { get; set; }
    public long Number { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>The person who read, or as whom a key read.</summary>
    public required string ReaderId { get; set; }

    /// <summary>What was read, such as <c>brief</c> or <c>conversation</c>.</summary>
    public required string What { get; set; }
    public required string ResourceId { get; set; }

    /// <summary>Whom it is about.</summary>
    public required string SubjectId { get; set; }
}
