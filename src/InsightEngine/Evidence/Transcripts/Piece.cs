namespace InsightEngine.Evidence.Transcripts;

/// <summary>What one cue or sentence of an export holds of one speaker: an utterance or a part of one.</summary>
readonly record struct Piece(string? Speaker, string Text, int RawStart, int RawEnd, TimeSpan? Start, TimeSpan? End);
