namespace InsightEngine.Signals;

/// <summary>An utterance as the encoder and the word model see it.</summary>
/// <param name="Encoder">Log-odds of the encoder's probabilities for talk.</param>
/// <param name="Words">Scores of the word model, one a label.</param>
sealed record TurnScores(float[] Encoder, float[] Words);

/// <summary>What the heads decide from: the words of the utterance, and what both models say of it, the two before and the two after.</summary>
static class TalkFeatures
{
    const int Around = 2;
    const float WordWeight = 0.5f;

    // Both models' scores are mostly far below zero: these are about their means and deviations, so that the heads learn evenly.
    const float EncoderMiddle = -7.3f, EncoderSpread = 2.5f, WordsMiddle = -6.2f, WordsSpread = 2.1f;
    const float Missing = -0.2f;
    const int Places = 9;

    public static int Count(int encoderHeads) => WordFeatures.Dimensions + (2 * Around + 1) * (encoderHeads + SignalLabels.All.Count) + Places;

    /// <summary>The features of every utterance of a talk.</summary>
    /// <param name="talk">The utterances, made neutral.</param>
    /// <param name="words">The word features of each.</param>
    /// <param name="scores">What both models say of each.</param>
    public static IReadOnlyList<(int[] Indices, float[] Values)> Of(
        IReadOnlyList<TalkTurn> talk, IReadOnlyList<(int[] Indices, float[] Values)> words, IReadOnlyList<TurnScores> scores) =>
        [.. talk.Select((_, turn) => Of(talk, words[turn], scores, turn))];

    static (int[] Indices, float[] Values) Of(
        IReadOnlyList<TalkTurn> talk, (int[] Indices, float[] Values) words, IReadOnlyList<TurnScores> scores, int turn)
    {
        var dense = new List<float>();
        for (var i = turn - Around; i <= turn + Around; i++)
        {
            var there = i >= 0 && i < talk.Count;
            for (var head = 0; head < scores[turn].Encoder.Length; head++)
                dense.Add(there ? (scores[i].Encoder[head] - EncoderMiddle) / EncoderSpread : Missing);
            for (var label = 0; label < scores[turn].Words.Length; label++)
                dense.Add(there ? (scores[i].Words[label] - WordsMiddle) / WordsSpread : Missing);
        }
        AddPlace(dense, talk, turn);
        var scale = 1 / MathF.Sqrt(dense.Count);
        return (
            [.. words.Indices, .. Enumerable.Range(WordFeatures.Dimensions, dense.Count)],
            [.. words.Values.Select(value => WordWeight * value), .. dense.Select(value => scale * value)]);
    }

    static void AddPlace(List<float> dense, IReadOnlyList<TalkTurn> talk, int turn)
    {
        static float Flag(bool value) => value ? 1 : -1;
        dense.Add(Flag(talk[turn].Role == TalkRole.Manager));
        dense.Add(4f * turn / talk.Count - 2);
        dense.Add(MathF.Log(1 + turn) - 3);
        dense.Add(MathF.Log(talk.Count - turn) - 3);
        dense.Add(MathF.Log(1 + talk[turn].Text.Count(c => c == ' ')) - 2.5f);
        dense.Add(Flag(talk[turn].Text.Contains('?', StringComparison.Ordinal)));
        dense.Add(Flag(turn > 0 && talk[turn - 1].Text.Contains('?', StringComparison.Ordinal)));
        dense.Add(Flag(turn > 0 && talk[turn - 1].Role == talk[turn].Role));
        dense.Add(Flag(turn + 1 < talk.Count && talk[turn + 1].Role == talk[turn].Role));
    }
}
