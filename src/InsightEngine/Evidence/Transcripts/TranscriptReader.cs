namespace InsightEngine.Evidence.Transcripts;

/// <summary>Raw transcript text into utterances.</summary>
public static class TranscriptReader
{
    /// <summary>Reads a transcript in the declared format, or in the one that its content shows.</summary>
    /// <exception cref="TranscriptException">The text is not of that format, is broken, or has no spoken lines.</exception>
    public static Transcript Read(string raw, TranscriptFormat format)
    {
        if (format == TranscriptFormat.Auto)
            format = FormatRecognition.Recognise(raw);
        var lines = format switch
        {
            TranscriptFormat.Vtt or TranscriptFormat.Teams => WebVttReader.Read(raw),
            TranscriptFormat.Srt => SrtReader.Read(raw),
            TranscriptFormat.Otter => OtterReader.Read(raw),
            TranscriptFormat.Json => FirefliesReader.Read(raw),
            TranscriptFormat.Txt or TranscriptFormat.Auto => PlainTextReader.Read(raw),
        };
        return lines.Count > 0
            ? new Transcript(format, lines)
            : throw new TranscriptException("The transcript has no spoken lines. Check that the export is complete.");
    }
}
