namespace InsightEngine.Evidence.Transcripts;

/// <summary>One utterance as it was spoken, joined again where the format had cut it.</summary>
/// <param name="Speaker">The label of the speaker; null where the transcript names none.</param>
/// <param name="Text">The words; runs of whitespace are one space, nothing else is changed.</param>
/// <param name="RawStart">Where the first word starts in the raw text.</param>
/// <param name="RawEnd">Where the last word ends in the raw text (exclusive); with several cues, in the last of them.</param>
/// <param name="At">Time since the start of the recording; null where the format gives none.</param>
public sealed record SpokenLine(string? Speaker, string Text, int RawStart, int RawEnd, TimeSpan? At);
