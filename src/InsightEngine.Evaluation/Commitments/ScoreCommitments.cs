using InsightEngine.Signals;

namespace InsightEngine.Evaluation.Commitments;

/// <summary>A labelled commitment and what was read from it.</summary>
sealed record ReadCommitment(LabelledUtterance Utterance, DateOnly Day, string LabelledBy, DateOnly? LabelledDue, string By, DateOnly? Due);

/// <summary>Reads each utterance that is labelled as a commitment.</summary>
static class ScoreCommitments
{
    public static IReadOnlyList<ReadCommitment> Score(LabelledCompany company) =>
        [.. company.Talks.SelectMany(talk => talk.Utterances.SelectMany((u, i) => u.Tags.Where(t => t.Name == "commitment").Select(tag => Read(talk, i, tag))))];

    static ReadCommitment Read(LabelledTalk talk, int i, Tag tag)
    {
        var said = talk.Utterances[i];
        var before = talk.Utterances.Take(i).Select(u => u.Text).TakeLast(DueDate.LooksBack).ToList();
        var after = talk.Utterances.Skip(i + 1).Select(u => u.Text).Take(DueDate.LooksAhead).ToList();
        var due = DueDate.Resolve(said.Text, before, after, talk.Date);
        return new(said, talk.Date, tag.By ?? said.Speaker, tag.Due, said.Speaker, due);
    }
}
