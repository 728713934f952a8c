using InsightEngine.Language;

namespace InsightEngine.Signals;

/// <summary>A talk into the features of the heads: the encoder reads each utterance after the one before, the word model beside it.</summary>
sealed class TalkEncoder
{
    const string TalkHead = "talk.";
    readonly TextEncoder encoder;
    readonly LinearHeads words;
    readonly int[] heads;

    public TalkEncoder(TextEncoder encoder, LinearHeads words)
    {
        (this.encoder, this.words) = (encoder, words);
        heads = [.. encoder.Heads.Select((name, index) => (name, index)).Where(h => h.name.StartsWith(TalkHead, StringComparison.Ordinal)).Select(h => h.index)];
    }

    public int FeatureCount => TalkFeatures.Count(heads.Length);

    public static TalkTurn[] MakeNeutral(IReadOnlyList<TalkTurn> talk, NeutralText neutral) =>
        [.. talk.Select(turn => turn with { Text = neutral.Of(turn.Text) })];

    public static (int[] Indices, float[] Values)[] WordsOf(IReadOnlyList<TalkTurn> talk) =>
        [.. talk.Select((turn, i) => WordFeatures.Of(turn, i > 0 ? talk[i - 1].Text : null, i + 1 < talk.Count ? talk[i + 1].Text : null))];

    /// <param name="talk">The utterances, made neutral.</param>
    public IReadOnlyList<(int[] Indices, float[] Values)> Read(IReadOnlyList<TalkTurn> talk)
    {
        var pieces = WordsOf(talk);
        var scores = talk.Select((turn, i) => new TurnScores(Encode(talk, i), words.Score(pieces[i]))).ToList();
        return TalkFeatures.Of(talk, pieces, scores);
    }

    float[] Encode(IReadOnlyList<TalkTurn> talk, int turn)
    {
        (bool, string)? before = turn > 0 ? (talk[turn - 1].Role == TalkRole.Manager, talk[turn - 1].Text) : null;
        var probabilities = encoder.ReadUtterance(talk[turn].Role == TalkRole.Manager, talk[turn].Text, before).Probabilities;
        return [.. heads.Select(head => LogOdds(probabilities[head]))];
    }

    static float LogOdds(float probability) => MathF.Log((probability + 1e-4f) / (1 - probability + 1e-4f));
}
