using InsightEngine.Data;

namespace InsightEngine.Evidence;

/// <summary>What one person wrote about the work of another.</summary>
public sealed class Feedback : IEvidence
{
    public required string TenantId { get; set; }
    public required string Id { get; set; }
    public DateOnly Date { get; set; }
    public required string FromId { get; set; }
    public required string ToId { get; set; }
    public FeedbackVisibility Visibility { get; set; }
    public string? GoalId { get; set; }
    public required string Text { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
    public byte[] ContentHash { get; set; } = [];

    public IEnumerable<Reference> References =>
    [
        new(EvidenceKind.Person, "fromId", FromId),
        new(EvidenceKind.Person, "toId", ToId),
        .. GoalId is null ? Array.Empty<Reference>() : [new(EvidenceKind.Goal, "goalId", GoalId)],
    ];

    public IEnumerable<FieldError> Check(DateOnly today) =>
        [.. Rule.Id("id", Id), .. Rule.Happened("date", Date, today), .. Rule.Text("text", Text, required: true)];
}

/// <summary>Who besides its giver reads a feedback.</summary>
public enum FeedbackVisibility
{
    /// <summary>The receiver and their managers.</summary>
    Shared,

    /// <summary>The receiver alone.</summary>
    RecipientOnly,

    /// <summary>The receiver's managers, not the receiver.</summary>
    ManagerOnly,

    /// <summary>Everyone in the tenant.</summary>
    Public,
}
