using InsightEngine.Data;

namespace InsightEngine.Signals;

/// <summary>What one utterance says of one kind. Derived, so it can be made again.</summary>
public sealed class Signal : ITenantOwned
{
    public required string TenantId { get; set; }

    /// <summary>A hash of tenant, kind, person and evidence: the same signal has the same id after a rebuild.</summary>
    public required string Id { get; set; }
    public SignalKind Kind { get; set; }
    public required string ConversationId { get; set; }
    public int UtteranceNumber { get; set; }
    public DateOnly Date { get; set; }

    /// <summary>Whom it is about: who is thanked or criticised, else who speaks. Null where the transcript does not tell.</summary>
    public string? PersonId { get; set; }
    public string? SpeakerId { get; set; }

    /// <summary>The utterance, word for word.</summary>
    public required string Quote { get; set; }

    /// <summary>The share of such readings that are right, 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>The day by which a commitment is promised, where one was named.</summary>
    public DateOnly? Due { get; set; }
    public required string Model { get; set; }
}
