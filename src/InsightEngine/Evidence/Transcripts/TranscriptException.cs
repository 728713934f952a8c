namespace InsightEngine.Evidence.Transcripts;

/// <summary>A transcript that cannot be read. The message tells its sender what to change and names the line where that helps.</summary>
public sealed class TranscriptException : Exception
{
    public TranscriptException(string message)
        : base(message)
    {
    }

    public TranscriptException(string message, int line)
        : base($"Line {line}: {message}") => Line = line;

    /// <summary>The line at fault, from 1; null where the fault is of the whole file.</summary>
    public int? Line { get; }
}
