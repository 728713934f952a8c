namespace InsightEngine.Evidence.Transcripts;

/// <summary>A transcript's utterances in the order in which they were spoken.</summary>
/// <param name="Format">The declared format, or the recognised one where <see cref="TranscriptFormat.Auto"/> was declared.</param>
/// <param name="Lines">At least one utterance.</param>
public sealed record Transcript(TranscriptFormat Format, IReadOnlyList<SpokenLine> Lines);
