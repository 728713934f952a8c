using InsightEngine.Data;

namespace InsightEngine.Evidence;

/// <summary>A person, or something that people or tools said, kept as it came.</summary>
public interface IEvidence : ITenantOwned
{
    /// <summary>The client's own id; unique in its tenant and kind.</summary>
    string Id { get; }
    DateTimeOffset ReceivedAt { get; set; }

    /// <summary>SHA-256 of all that the client sent: the same content again is a no-op.</summary>
    byte[] ContentHash { get; set; }

    /// <summary>What is wrong with the row by itself; nothing if it is good.</summary>
    IEnumerable<FieldError> Check(DateOnly today);

    /// <summary>The rows that must exist for this one to make sense.</summary>
    IEnumerable<Reference> References { get; }
}


/// <summary>A field that names a person or a goal.</summary>
public sealed record Reference(EvidenceKind Kind, string Field, string Id);

public enum EvidenceKind
{
    Person,
    Goal,
    CheckIn,
    Feedback,
    Conversation,
    Work,
}
