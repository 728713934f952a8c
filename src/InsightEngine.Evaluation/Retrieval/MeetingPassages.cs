using InsightEngine.Passages;

namespace InsightEngine.Evaluation.Retrieval;

/// <summary>A meeting cut into passages.</summary>
sealed record MeetingPassages(Meeting Meeting, IReadOnlyList<PassageRange> Ranges, IReadOnlyList<string> Texts)
{
    /// <param name="meeting">What is cut.</param>
    /// <param name="window">So many turns a passage; 0 cuts as the engine does.</param>
    public static MeetingPassages Cut(Meeting meeting, int window)
    {
        var text = string.Join('\n', meeting.Turns.Select(t => t.Text));
        var ranges = window == 0 ? CutConversation.Cut(meeting.Turns) : Windows(meeting.Turns, window);
        return new(meeting, ranges, [.. ranges.Select(r => text[r.Start..r.End])]);
    }

    /// <summary>Whether each passage holds a turn that answers the question.</summary>
    public bool[] Answers(Question question) =>
        [.. Ranges.Select(r => question.Spans.Any(s => s.First <= r.LastUtterance && s.Last >= r.FirstUtterance))];

    static List<PassageRange> Windows(IReadOnlyList<SpokenTurn> turns, int window)
    {
        var ranges = new List<PassageRange>();
        var start = 0;
        foreach (var turnsOfWindow in turns.Chunk(window))
        {
            var end = start + turnsOfWindow.Sum(t => t.Text.Length + 1) - 1;
            ranges.Add(new(turnsOfWindow[0].Number, turnsOfWindow[^1].Number, start, end));
            start = end + 1;
        }
        return ranges;
    }
}
