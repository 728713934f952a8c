using InsightEngine.Data;

namespace InsightEngine.Evidence;

/// <summary>Something a person did in a tool: a merged change, a resolved issue, a published page.</summary>
public sealed class WorkEvent : IEvidence
{
    public required string TenantId { get; set; }
    public required string Id { get; set; }
    public DateOnly Date { get; set; }
    public required string PersonId { get; set; }

    /// <summary>The tool it comes from, such as <c>github</c>.</summary>
    public required string System { get; set; }

    /// <summary>What happened there, in the tool's own word, such as <c>pull_request_merged</c>.</summary>
    public required string Kind { get; set; }
    public required string Title { get; set; }
    public string? Text { get; set; }
    public string? GoalId { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
    public byte[] ContentHash { get; set; } = [];

    public string CanonicalText => Text is null ? Title : $"{Title}\n{Text}";

    public IEnumerable<Reference> References =>
    [
        new(EvidenceKind.Person, "personId", PersonId),
        .. GoalId is null ? Array.Empty<Reference>() : [new(EvidenceKind.Goal, "goalId", GoalId)],
    ];

    public IEnumerable<FieldError> Check(DateOnly today) =>
    [
        .. Rule.Id("id", Id),
        .. Rule.Happened("date", Date, today),
        .. Rule.Line("system", System, required: true),
        .. Rule.Line("kind", Kind, required: true),
        .. Rule.Line("title", Title, required: true),
        .. Rule.Text("text", Text),
    ];
}
