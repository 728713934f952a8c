namespace InsightEngine.Signals;

/// <summary>What one utterance says.</summary>
/// <param name="Confidences">The kinds that it says, each with the share of such readings that are right; empty where it says none.</param>
/// <param name="Sensitive">Whether it may tell of health, family, religion, pregnancy or a union; found too often rather than too seldom.</param>
/// <param name="Injection">Whether it is aimed at a machine that reads the transcript.</param>
/// <param name="Done">How likely an earlier commitment was kept, by this utterance.</param>
/// <param name="Dropped">How likely an earlier commitment was not kept, by this utterance.</param>
public sealed record UtteranceReading(
    IReadOnlyDictionary<SignalKind, double> Confidences, bool Sensitive, bool Injection, double Done, double Dropped);
