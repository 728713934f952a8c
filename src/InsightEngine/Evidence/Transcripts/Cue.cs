namespace InsightEngine.Evidence.Transcripts;

/// <summary>A caption: its times and the lines of its text.</summary>
sealed record Cue(TimeSpan Start, TimeSpan End, IReadOnlyList<RawLine> Lines);
