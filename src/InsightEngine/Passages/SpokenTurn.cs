namespace InsightEngine.Passages;

/// <summary>One utterance as it is cut into passages: its number in the conversation, who spoke if that is known, what was said.</summary>
public readonly record struct SpokenTurn(int Number, string? SpeakerId, string Text);

/// <summary>
/// A passage of a conversation: the numbers of its first and last utterance, and its place [Start, End) in the conversation's
/// canonical text, which is the utterances' texts joined by a line feed. Only an over-long utterance is shared by two passages.
/// </summary>
public readonly record struct PassageRange(int FirstUtterance, int LastUtterance, int Start, int End);
