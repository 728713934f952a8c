namespace InsightEngine.Evidence.Transcripts;

/// <summary>SubRip captions with the speaker before a colon.</summary>
static class SrtReader
{
    public static List<SpokenLine> Read(string raw)
    {
        var blocks = new CueBlocks(raw);
        var cues = new List<Cue>();
        blocks.SkipBlanks();
        while (!blocks.AtEnd)
        {
            if (blocks.ReadCue() is { } cue)
                cues.Add(cue);
        }
        return CaptionSpeakers.Read(raw, cues);
    }
}
