using System.Text.Json.Serialization;

namespace InsightEngine.Evidence;

/// <summary>
/// Where a statement comes from: the source, its date, and words that stand there exactly. A check-in's id is goal and date
/// (<c>G12@2026-03-04</c>), a goal's date is its start.
/// </summary>
public sealed record Citation(
    CitationType Type, string Id, DateOnly Date, string Quote, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SpeakerId = null);

public enum CitationType
{
    Conversation,
    Goal,
    CheckIn,
    Feedback,
    Work,
}
