using InsightEngine.Data;
using InsightEngine.Evidence;
using NpgsqlTypes;
using Pgvector;

namespace InsightEngine.Passages;

/// <summary>A part of one source's canonical text, small enough to be found by its meaning.</summary>
public sealed class Passage : ITenantOwned
{
    public required string TenantId { get; set; }
    public EvidenceKind Kind { get; set; }
    public required string SourceId { get; set; }

    /// <summary>From 0, in the order of the source.</summary>
    public int Ordinal { get; set; }

    /// <summary>The range of characters of the source's canonical text.</summary>
    public int Start { get; set; }
    public int End { get; set; }
    public DateOnly Date { get; set; }

    /// <summary>Whom it is about or from: the two of a talk, an owner, giver and receiver, who did the work.</summary>
    public required string[] People { get; set; }

    /// <summary>Who speaks, where it is one person.</summary>
    public string? SpeakerId { get; set; }
    public required string Text { get; set; }
    public NpgsqlTsVector Words { get; set; } = null!;
    public required Vector Embedding { get; set; }

    /// <summary>The embedder that made <see cref="Embedding"/>; vectors of two models cannot be compared.</summary>
    public required string Model { get; set; }
}
