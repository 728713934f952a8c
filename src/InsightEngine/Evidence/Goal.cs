using InsightEngine.Data;

namespace InsightEngine.Evidence;

/// <summary>What somebody set out to reach, with a measure where there is one.</summary>
public sealed class Goal : IEvidence
{
    public required string TenantId { get; set; }
    public required string Id { get; set; }
    public required string OwnerId { get; set; }
    public required string Title { get; set; }
    public string? Description { get; set; }
    public string? ParentId { get; set; }
    public DateOnly Start { get; set; }
    public DateOnly Due { get; set; }
    public string? MetricName { get; set; }
    public decimal? MetricStart { get; set; }
    public decimal? MetricTarget { get; set; }
    public string? MetricUnit { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
    public byte[] ContentHash { get; set; } = [];

    public string CanonicalText => Description is null ? Title : $"{Title}\n{Description}";

    public IEnumerable<Reference> References =>
        ParentId is null
            ? [new(EvidenceKind.Person, "ownerId", OwnerId)]
            : [new(EvidenceKind.Person, "ownerId", OwnerId), new(EvidenceKind.Goal, "parentId", ParentId)];

    public IEnumerable<FieldError> Check(DateOnly today) =>
    [
        .. Rule.Id("id", Id),
        .. Rule.Line("title", Title, required: true),
        .. Rule.Text("description", Description),
        .. Rule.Line("metric.name", MetricName),
        .. Rule.Line("metric.unit", MetricUnit),
        .. ParentId == Id ? [new FieldError("parentId", "a goal is not its own parent")] : Array.Empty<FieldError>(),
        .. Due < Start ? [new FieldError("due", "is before start")] : Array.Empty<FieldError>(),
    ];
}
