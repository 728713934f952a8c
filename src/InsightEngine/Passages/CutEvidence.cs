using InsightEngine.Evidence;

namespace InsightEngine.Passages;

/// <summary>A passage before it is stored: where it stands, what it says, and what the embedder is to read.</summary>
public sealed record PassageDraft(
    EvidenceKind Kind, string SourceId, int Ordinal, int Start, int End, DateOnly Date, string[] People, string? SpeakerId, string Text, string ToEmbed);

/// <summary>Cuts evidence into passages: a talk into pieces that keep question and answer together, everything else item by item.</summary>
public static class CutEvidence
{
    /// <summary>The longest passage of written evidence, in characters: what an embedder reads at once.</summary>
    const int LongestItem = 1200;

    /// <summary>Passages around what is withheld: it stands in none, and none spans it.</summary>
    public static IEnumerable<PassageDraft> Cut(Conversation talk, IReadOnlyList<Utterance> utterances)
    {
        var canonical = string.Join('\n', utterances.Select(u => u.Text));
        var ordinal = 0;
        foreach (var run in Runs(utterances))
            foreach (var range in CutConversation.Cut([.. run.Select(u => new SpokenTurn(u.Number, u.SpeakerId, u.Text))]))
            {
                var (start, end) = (run[0].Start + range.Start, run[0].Start + range.End);
                var speakers = run.Where(u => u.Number >= range.FirstUtterance && u.Number <= range.LastUtterance).Select(u => u.SpeakerId).Distinct().Take(2).ToList();
                yield return new(
                    EvidenceKind.Conversation, talk.Id, ordinal++, start, end, talk.Date, [talk.ManagerId, talk.ReportId],
                    speakers is [{ } one] ? one : null, canonical[start..end], canonical[start..end]);
            }
    }

    static IEnumerable<List<Utterance>> Runs(IReadOnlyList<Utterance> utterances)
    {
        var run = new List<Utterance>();
        foreach (var utterance in utterances)
        {
            if (!utterance.Withheld)
                run.Add(utterance);
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
        if (run.Count > 0)
            yield return run;
    }

    public static IEnumerable<PassageDraft> Cut(Goal goal) => Item(EvidenceKind.Goal, goal.Id, goal.Start, [goal.OwnerId], goal.OwnerId, goal.CanonicalText);

    /// <summary>A note such as "still waiting" means something only beside its goal, so the embedder reads both.</summary>
    public static IEnumerable<PassageDraft> Cut(CheckIn checkIn, Goal goal) =>
        Item(EvidenceKind.CheckIn, checkIn.Id, checkIn.Date, [.. new[] { goal.OwnerId, checkIn.AuthorId }.Distinct()], checkIn.AuthorId, checkIn.CanonicalText, goal.Title);

    public static IEnumerable<PassageDraft> Cut(Feedback feedback) =>
        Item(EvidenceKind.Feedback, feedback.Id, feedback.Date, [.. new[] { feedback.FromId, feedback.ToId }.Distinct()], feedback.FromId, feedback.Text);

    public static IEnumerable<PassageDraft> Cut(WorkEvent work) =>
        Item(EvidenceKind.Work, work.Id, work.Date, [work.PersonId], work.PersonId, work.CanonicalText);

    static IEnumerable<PassageDraft> Item(
        EvidenceKind kind, string id, DateOnly date, string[] people, string speaker, string canonical, string? context = null)
    {
        var ordinal = 0;
        for (var start = 0; start < canonical.Length;)
        {
            var end = EndOfPart(canonical, start);
            var text = canonical[start..end];
            yield return new(kind, id, ordinal++, start, end, date, people, speaker, text, context is null ? text : $"{context}: {text}");
            start = end;
        }
    }

    /// <summary>The end of a sentence, or of a word, before the limit.</summary>
    static int EndOfPart(string text, int start)
    {
        if (text.Length - start <= LongestItem)
            return text.Length;
        var window = text.AsSpan(start, LongestItem);
        var cut = window.LastIndexOfAny('.', '\n');
        if (cut < LongestItem / 2)
            cut = window.LastIndexOf(' ');
        var end = start + (cut < LongestItem / 2 ? LongestItem - 1 : cut) + 1;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
