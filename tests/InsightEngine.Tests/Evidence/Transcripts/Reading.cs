using InsightEngine.Evidence.Transcripts;

namespace InsightEngine.Tests.Evidence.Transcripts;

static class Reading
{
    /// <summary>The utterances as <c>speaker: text</c>.</summary>
    public static string[] Lines(string raw, TranscriptFormat format = TranscriptFormat.Auto) =>
        [.. TranscriptReader.Read(raw, format).Lines.Select(line => $"{line.Speaker ?? "?"}: {line.Text}")];

    public static TranscriptException Fault(string raw, TranscriptFormat format = TranscriptFormat.Auto) =>
        Assert.Throws<TranscriptException>(() => TranscriptReader.Read(raw, format));
}
