using InsightEngine.Data;

namespace InsightEngine.Evidence;

/// <summary>One turn of a conversation as it was spoken. Derived from the transcript, so it can be made again.</summary>
public sealed class Utterance : ITenantOwned
{
    public required string TenantId { get; set; }
    public required string ConversationId { get; set; }

    /// <summary>From 1, in the order of the talk.</summary>
    public int Number { get; set; }

    /// <summary>The speaker as the transcript names them.</summary>
    public string? Speaker { get; set; }

    /// <summary>The person that the name was matched to; null is charged to nobody.</summary>
    public string? SpeakerId { get; set; }
    public required string Text { get; set; }

    /// <summary>Where <see cref="Text"/> begins in the conversation's canonical text.</summary>
    public int Start { get; set; }

    /// <summary>The range of characters of the raw transcript that it came from.</summary>
    public int RawStart { get; set; }
    public int RawEnd { get; set; }

    /// <summary>Sensitive (health, family, religion, pregnancy, union) or aimed at a machine: kept out of everything derived.</summary>
    public bool Withheld { get; set; }

    /// <summary>How likely it tells that something promised earlier was done, or was not, 0 to 1.</summary>
    public float Done { get; set; }
    public float Dropped { get; set; }
}
