namespace InsightEngine.Passages;

/// <summary>
/// Cuts a conversation into passages of about <see cref="Target"/> and at most <see cref="Most"/> word pieces, so that the embedder
/// reads all of each. A question stays with its answer; cuts fall by preference where the topic or the speaker changes.
/// </summary>
/// <remarks>
/// The cheapest way to cut is found exactly: a passage costs its squared distance from the target, a cut what <see cref="CutCost"/> says.
/// </remarks>
public static class CutConversation
{
    /// <summary>About 100 words; see docs/decisions/hybrid-search.md.</summary>
    public const int Target = 140;

    /// <summary>Under the embedder's 256, since word pieces are only estimated here.</summary>
    public const int Most = 200;

    // An over-long utterance is taken in pieces of a few sentences, of which passages are made.
    const int Piece = 40;

    const double AtTopicChange = 0, AtSpeakerChange = 0.15, WithinSpeaker = 0.35, WithinUtterance = 0.6, AfterQuestion = 100;

    /// <param name="turns">The utterances in their order.</param>
    /// <param name="target">Another size to aim at; to measure with.</param>
    /// <returns>Passages that cover all utterances in their order; none for no utterances.</returns>
    public static IReadOnlyList<PassageRange> Cut(IReadOnlyList<SpokenTurn> turns, int target = Target)
    {
        var parts = Parts(turns);
        var cuts = parts.Select((_, i) => i == 0 ? 0 : CutCost(turns, parts, i)).ToArray();
        // cheapest[i]: the least cost of cutting the parts before i; from[i]: where the last of these passages starts.
        var cheapest = new double[parts.Count + 1];
        var from = new int[parts.Count + 1];
        for (var end = 1; end <= parts.Count; end++)
        {
            cheapest[end] = double.PositiveInfinity;
            var size = 0;
            for (var start = end - 1; start >= 0; start--)
            {
                size += parts[start].Size;
                if (size > Most && start < end - 1) break;
                var missed = (size - target) / (double)target;
                var cost = cheapest[start] + missed * missed + cuts[start];
                if (cost >= cheapest[end]) continue;
                (cheapest[end], from[end]) = (cost, start);
            }
        }
        var passages = new List<PassageRange>();
        for (var end = parts.Count; end > 0; end = from[end])
        {
            var (first, last) = (parts[from[end]], parts[end - 1]);
            passages.Add(new(turns[first.Turn].Number, turns[last.Turn].Number, first.Start, last.End));
        }
        passages.Reverse();
        return passages;
    }

    /// <summary>What it costs to start a passage with part <paramref name="next"/>.</summary>
    static double CutCost(IReadOnlyList<SpokenTurn> turns, List<Part> parts, int next)
    {
        var (before, after) = (parts[next - 1].Turn, parts[next].Turn);
        if (before == after) return WithinUtterance;
        var asked = TalkCues.IsQuestion(turns[before].Text)
            || (before > 0 && TalkCues.IsQuestion(turns[before - 1].Text) && TalkCues.IsTooShortToAnswer(turns[before].Text));
        if (asked) return AfterQuestion;
        if (TalkCues.OpensTopic(turns[after].Text)) return AtTopicChange;
        return turns[before].SpeakerId == turns[after].SpeakerId ? WithinSpeaker : AtSpeakerChange;
    }

    /// <summary>The utterances; one that alone is too long for a passage is taken in pieces.</summary>
    static List<Part> Parts(IReadOnlyList<SpokenTurn> turns)
    {
        var parts = new List<Part>(turns.Count);
        var start = 0;
        for (var i = 0; i < turns.Count; i++)
        {
            foreach (var (from, to, size) in SplitText.Split(turns[i].Text, Piece, Most))
                parts.Add(new(i, start + from, start + to, size));
            start += turns[i].Text.Length + 1;
        }
        return parts;
    }

    readonly record struct Part(int Turn, int Start, int End, int Size);
}
