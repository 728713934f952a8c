using InsightEngine.Data;
using InsightEngine.Evidence.Transcripts;

namespace InsightEngine.Evidence;

/// <summary>A one-to-one of a manager and a report, with the transcript as it was exported.</summary>
public sealed class Conversation : IEvidence
{
    public required string TenantId { get; set; }
    public required string Id { get; set; }
    public DateOnly Date { get; set; }
    public TimeOnly? Start { get; set; }
    public required string ManagerId { get; set; }
    public required string ReportId { get; set; }
    public TranscriptFormat Format { get; set; }

    /// <summary>The exported file's text; ranges of utterances point into it.</summary>
    public required string Transcript { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
    public byte[] ContentHash { get; set; } = [];

    /// <summary>The longest transcript taken in, in characters: some 600,000 words.</summary>
    public const int LongestTranscript = 4_000_000;

    public IEnumerable<Reference> References =>
        [new(EvidenceKind.Person, "managerId", ManagerId), new(EvidenceKind.Person, "reportId", ReportId)];

    public IEnumerable<FieldError> Check(DateOnly today) =>
    [
        .. Rule.Id("id", Id),
        .. Rule.Happened("date", Date, today),
        .. ManagerId == ReportId ? [new FieldError("reportId", "is the manager too; a one-to-one has two people")] : Array.Empty<FieldError>(),
        .. CheckTranscript(),
    ];

    IEnumerable<FieldError> CheckTranscript()
    {
        if (Transcript.Length > LongestTranscript)
            return [new("transcript", $"is longer than {LongestTranscript:N0} characters; send it in parts")];
        if (Transcript.Contains('\0'))
            return [new("transcript", "has a NUL character")];
        try
        {
            TranscriptReader.Read(Transcript, Format);
            return [];
        }
        catch (TranscriptException e)
        {
            return [new("transcript", e.Message)];
        }
    }
}
