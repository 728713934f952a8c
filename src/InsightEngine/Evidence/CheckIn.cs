using System.Globalization;
using InsightEngine.Data;

namespace InsightEngine.Evidence;

/// <summary>How a goal stood on a day, in the words and numbers of its author; one a goal and day.</summary>
public sealed class CheckIn : IEvidence
{
    public required string TenantId { get; set; }

    /// <summary><c>G12@2026-03-04</c>: goal and date.</summary>
    public required string Id { get; set; }
    public required string GoalId { get; set; }
    public DateOnly Date { get; set; }
    public required string AuthorId { get; set; }

    /// <summary>The metric's value, in its unit.</summary>
    public decimal? Value { get; set; }

    /// <summary>Per cent of the way from start to target; above 100 is over target.</summary>
    public decimal? Progress { get; set; }
    public Confidence? Confidence { get; set; }
    public string? Note { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
    public byte[] ContentHash { get; set; } = [];

    public static string IdOf(string goalId, DateOnly date) => $"{goalId}@{date:yyyy-MM-dd}";

    /// <summary>Note, value, progress and confidence as they came.</summary>
    public string CanonicalText
    {
        get
        {
            string?[] figures =
            [
                Value?.ToString(CultureInfo.InvariantCulture),
                Progress?.ToString(CultureInfo.InvariantCulture),
                Confidence?.Word(),
            ];
            string?[] parts = [Note, string.Join(' ', figures.Where(f => f is not null))];
            return string.Join('\n', parts.Where(p => !string.IsNullOrEmpty(p)));
        }
    }

    public IEnumerable<Reference> References =>
        [new(EvidenceKind.Goal, "goalId", GoalId), new(EvidenceKind.Person, "authorId", AuthorId)];

    public IEnumerable<FieldError> Check(DateOnly today) =>
    [
        .. Rule.Id("goalId", GoalId),
        .. Rule.Happened("date", Date, today),
        .. Rule.Text("note", Note),
        .. Progress < 0 ? [new FieldError("progress", "is below 0; it is per cent of the way from start to target")] : Array.Empty<FieldError>(),
        .. Value is null && Progress is null && Confidence is null && string.IsNullOrWhiteSpace(Note)
            ? [new FieldError("note", "a check-in needs a note, a value, a progress or a confidence")]
            : Array.Empty<FieldError>(),
    ];
}

public enum Confidence
{
    OnTrack,
    AtRisk,
    OffTrack,
}
