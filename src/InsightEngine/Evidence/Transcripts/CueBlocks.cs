namespace InsightEngine.Evidence.Transcripts;

/// <summary>The cues of a caption file (WebVTT and SRT share this part): blocks of an identifier, a line of times, and text.</summary>
sealed class CueBlocks(string raw)
{
    const string Arrow = "-->";
    const string TimesExample = "00:00:02.000 --> 00:00:05.000";

    readonly List<RawLine> lines = RawLine.Split(raw);
    int next;

    public RawLine Current => lines[next];

    /// <summary>Moves behind the next blank line.</summary>
    public void SkipBlock()
    {
        while (next < lines.Count && !lines[next].IsBlank(raw))
            next++;
        SkipBlanks();
    }

    public void SkipBlanks()
    {
        while (next < lines.Count && lines[next].IsBlank(raw))
            next++;
    }

    public bool AtEnd => next >= lines.Count;

    /// <summary>Reads the cue that starts at the current line; null for a block of the exporting tool.</summary>
    public Cue? ReadCue()
    {
        var opening = Current;
        if (!IsTimes(opening))
        {
            next++;
            if (AtEnd || !IsTimes(Current))
            {
                if (!ExporterLine.Is(opening.In(raw)))
                    throw new TranscriptException($"a cue without times. Each cue needs a line such as {TimesExample} above its text.", opening.Number);
                SkipBlock();
                return null;
            }
        }
        var (start, end) = ReadTimes(Current);
        next++;
        var text = ReadText();
        SkipBlanks();
        return new Cue(start, end, text);
    }

    List<RawLine> ReadText()
    {
        var text = new List<RawLine>();
        while (!AtEnd && !Current.IsBlank(raw))
        {
            // Files edited by hand lack blank lines between cues; a line of digits above times is the next cue's number.
            if (TryReadTimes(Current, out _, out _) || (IsNumber(Current) && next + 1 < lines.Count && TryReadTimes(lines[next + 1], out _, out _)))
                break;
            text.Add(Current);
            next++;
        }
        return text;
    }

    bool IsTimes(RawLine line) => line.In(raw).Contains(Arrow, StringComparison.Ordinal);

    bool IsNumber(RawLine line) => !line.In(raw).Trim().ContainsAnyExceptInRange('0', '9');

    (TimeSpan Start, TimeSpan End) ReadTimes(RawLine line) => TryReadTimes(line, out var start, out var end)
        ? (start, end)
        : throw new TranscriptException($"the times of the cue cannot be read. Write them as {TimesExample}.", line.Number);

    bool TryReadTimes(RawLine line, out TimeSpan start, out TimeSpan end)
    {
        start = end = default;
        var text = line.In(raw);
        var arrow = text.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0)
            return false;
        var right = text[(arrow + Arrow.Length)..].Trim();
        var settings = right.IndexOfAny(' ', '\t');
        return ClockTime.TryParse(text[..arrow], out start) && ClockTime.TryParse(settings < 0 ? right : right[..settings], out end);
    }
}
