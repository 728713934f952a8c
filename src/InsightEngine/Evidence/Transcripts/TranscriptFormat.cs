namespace InsightEngine.Evidence.Transcripts;

/// <summary>The export formats of transcripts.</summary>
public enum TranscriptFormat
{
    /// <summary>Recognised from the content.</summary>
    Auto,

    /// <summary>WebVTT with <c>Name: text</c> cues, as Zoom exports it.</summary>
    Vtt,

    /// <summary>WebVTT with <c>&lt;v Name&gt;</c> voice tags, as Microsoft Teams exports it.</summary>
    Teams,

    /// <summary>SubRip with <c>NAME: text</c> cues.</summary>
    Srt,

    /// <summary>Otter's text export: a line with name and time, then the paragraph.</summary>
    Otter,

    /// <summary>Plain text, <c>Name: text</c> a line, times optional.</summary>
    Txt,

    /// <summary>Fireflies' JSON with an array of sentences.</summary>
    Json,
}
