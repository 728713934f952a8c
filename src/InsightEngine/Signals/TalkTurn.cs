namespace InsightEngine.Signals;

public enum TalkRole
{
    Manager,
    Report,
    Other,
}

/// <summary>One utterance as the classifiers take it, in the order of the talk.</summary>
public readonly record struct TalkTurn(TalkRole Role, string Text);
