namespace InsightEngine.Evidence.Transcripts;

/// <summary>Which format a transcript's content shows.</summary>
static class FormatRecognition
{
    public static TranscriptFormat Recognise(string raw)
    {
        var content = raw.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (content.StartsWith("WEBVTT"))
            return HasVoiceTag(content) ? TranscriptFormat.Teams : TranscriptFormat.Vtt;
        if (content is ['{', ..] || (content is ['[', ..] && content[1..].TrimStart() is [] or ['{' or ']', ..]))
            return TranscriptFormat.Json;

        var lines = RawLine.Split(raw);
        if (lines.Exists(line => IsTimes(line.In(raw))))
            return HasVoiceTag(content) ? TranscriptFormat.Teams : TranscriptFormat.Srt;
        return lines.Exists(line => OtterReader.TryReadHeading(line.In(raw), out _, out _)) ? TranscriptFormat.Otter : TranscriptFormat.Txt;
    }

    static bool HasVoiceTag(ReadOnlySpan<char> content) =>
        content.Contains("<v ", StringComparison.Ordinal) || content.Contains("<v.", StringComparison.Ordinal);

    static bool IsTimes(ReadOnlySpan<char> line)
    {
        var arrow = line.IndexOf("-->", StringComparison.Ordinal);
        return arrow > 0 && ClockTime.TryParse(line[..arrow], out _);
    }
}
