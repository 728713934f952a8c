namespace InsightEngine.Evidence.Transcripts;

/// <summary>WebVTT (https://www.w3.org/TR/webvtt1/) with the speaker before a colon (Zoom) or in a voice tag (Teams).</summary>
static class WebVttReader
{
    public static List<SpokenLine> Read(string raw)
    {
        var blocks = new CueBlocks(raw);
        var cues = new List<Cue>();
        blocks.SkipBlanks();
        if (!blocks.AtEnd && blocks.Current.In(raw).StartsWith("WEBVTT"))
            blocks.SkipBlock();
        while (!blocks.AtEnd)
        {
            if (IsComment(blocks.Current.In(raw)))
                blocks.SkipBlock();
            else if (blocks.ReadCue() is { } cue)
                cues.Add(cue);
        }
        return CaptionSpeakers.Read(raw, cues);
    }

    static bool IsComment(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        return line is "NOTE" or "STYLE" or "REGION" || line.StartsWith("NOTE ") || line.StartsWith("NOTE\t");
    }
}
