namespace InsightEngine.Evidence.Transcripts;

/// <summary>Otter's text export: a line <c>Name  0:02</c>, then the paragraphs that this speaker said.</summary>
static class OtterReader
{
    const int LongestHeading = 90;

    public static List<SpokenLine> Read(string raw)
    {
        var spoken = new List<SpokenLine>();
        var words = new Words();
        (string Speaker, TimeSpan At)? heading = null;
        foreach (var line in RawLine.Split(raw))
        {
            if (TryReadHeading(line.In(raw), out var speaker, out var at))
            {
                Finish();
                heading = (speaker, at);
            }
            else if (heading is not null && !ExporterLine.Is(line.In(raw)))
            {
                words.Append(raw, line.Start, line.End);
            }
        }
        Finish();
        return spoken.Count > 0 || raw.AsSpan().IsWhiteSpace() || heading is not null
            ? spoken
            : throw new TranscriptException("No line has the form \"Name  0:02\" that Otter writes above each paragraph. Send the text as txt or auto.");

        void Finish()
        {
            if (words.Any && heading is { } said)
                spoken.Add(new SpokenLine(said.Speaker, words.Take(), words.RawStart, words.RawEnd, said.At));
        }
    }

    /// <summary>Reads a name and a time with at least two spaces or a tab between them.</summary>
    public static bool TryReadHeading(ReadOnlySpan<char> line, out string speaker, out TimeSpan at)
    {
        speaker = "";
        at = default;
        line = line.Trim();
        if (line.Length is 0 or > LongestHeading || !char.IsAsciiDigit(line[^1]))
            return false;
        var space = line.LastIndexOfAny(' ', '\t');
        if (space <= 0 || (line[space] == ' ' && line[space - 1] != ' ') || !ClockTime.TryParse(line[(space + 1)..], out at))
            return false;
        speaker = SpeakerLabel.Clean(line[..space]);
        return SpeakerLabel.CanBeName(speaker);
    }
}
