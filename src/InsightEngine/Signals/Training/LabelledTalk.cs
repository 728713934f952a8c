namespace InsightEngine.Signals.Training;

/// <summary>A talk of which people said what each utterance says.</summary>
/// <param name="Company">Whose it is: figures are taken on companies that a model has not seen.</param>
/// <param name="Pair">Whose talk it is; talks of one pair are alike.</param>
/// <param name="Labels">The labels of each utterance.</param>
/// <param name="People">Full names of the company's people.</param>
public sealed record LabelledTalk(
    string Company, string Pair, IReadOnlyList<TalkTurn> Turns, IReadOnlyList<IReadOnlySet<string>> Labels, IReadOnlyList<string> People);
