using InsightEngine.Data;

namespace InsightEngine.Processing;

/// <summary>One bundle on its way in.</summary>
public sealed class Import : ITenantOwned
{
    public required string TenantId { get; set; }
    public required string Id { get; set; }
    public bool DryRun { get; set; }
    public ImportStatus Status { get; set; }

    /// <summary>Rows and transcripts in the bundle, and how many of them have been looked at.</summary>
    public int Total { get; set; }
    public int Processed { get; set; }

    /// <summary>How many rows of each kind are in (or, of a dry run, would be).</summary>
    public ImportCounts Counts { get; set; } = new();
    public List<ImportError> Errors { get; set; } = [];
    public DateTimeOffset ReceivedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>More errors than this are counted in one last line, not listed.</summary>
    public const int MostErrors = 1000;
}

public enum ImportStatus
{
    Received,
    Running,
    Completed,
    Failed,
}

public sealed class ImportCounts
{
    public int People { get; set; }
    public int Goals { get; set; }
    public int CheckIns { get; set; }
    public int Feedback { get; set; }
    public int Conversations { get; set; }
    public int Work { get; set; }
}

/// <summary>What is wrong where; the row as a spreadsheet counts it (the header is row 1), null for a whole file.</summary>
public sealed class ImportError
{
    public required string File { get; set; }
    public int? Row { get; set; }
    public string? Field { get; set; }
    public required string Message { get; set; }
}

/// <summary>A piece of the uploaded zip, kept until the import has run; any worker can put the pieces together.</summary>
public sealed class ImportChunk : ITenantOwned
{
    public required string TenantId { get; set; }
    public required string ImportId { get; set; }
    public int Number { get; set; }
    public required byte[] Bytes { get; set; }
}
