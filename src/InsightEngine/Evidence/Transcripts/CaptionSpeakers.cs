namespace InsightEngine.Evidence.Transcripts;

/// <summary>Who speaks in each cue, by voice tag or by the name before the colon.</summary>
static class CaptionSpeakers
{
    sealed record Run(Cue Cue, CueRun Text, SpeakerLabel? Label);

    public static List<SpokenLine> Read(string raw, IReadOnlyList<Cue> cues)
    {
        var runs = cues
            .SelectMany(cue => CueText.Read(raw, cue), (cue, text) => new Run(cue, text, text.Voice is null ? SpeakerLabel.TryRead(text.Text) : null))
            .ToList();
        var candidates = runs.Where(run => run.Label is not null).Select(run => run.Label!.Value.Name).ToList();
        var labels = new SpeakerLabels(candidates, cues.Count);
        return UtteranceJoining.Join(Pieces(runs, labels));
    }

    static IEnumerable<Piece> Pieces(List<Run> runs, SpeakerLabels labels)
    {
        var nameOnChange = NamesOnChange(runs, labels);
        Cue? cue = null;
        string? speaker = null;
        foreach (var run in runs)
        {
            var named = IsNamed(run, labels);
            if (named)
                speaker = NameOf(run);
            else if (ExporterLine.Is(run.Text.Text))
                continue;
            else if (!ReferenceEquals(run.Cue, cue) && !nameOnChange)
                speaker = null;
            cue = run.Cue;
            if (WordsOf(run, named ? run.Label?.TextStart ?? 0 : 0) is { } words)
                yield return new Piece(speaker, words.Text, words.Start, words.End, run.Cue.Start, run.Cue.End);
        }
    }

    /// <summary>
    /// Whether a cue without a name continues the speaker before. Where the names of a file are repeated in cue after cue, a missing one
    /// means that the tool did not know the speaker.
    /// </summary>
    static bool NamesOnChange(List<Run> runs, SpeakerLabels labels)
    {
        var repeated = 0;
        var missing = 0;
        string? last = null;
        Cue? cue = null;
        foreach (var run in runs)
        {
            if (ReferenceEquals(run.Cue, cue))
                continue;
            cue = run.Cue;
            if (!IsNamed(run, labels))
            {
                missing++;
                continue;
            }
            var name = NameOf(run);
            if (name is not null && name == last)
                repeated++;
            last = name;
        }
        return missing >= repeated;
    }

    static bool IsNamed(Run run, SpeakerLabels labels) => run.Text.Voice is not null || labels.Contains(run.Label);

    static string? NameOf(Run run) => run.Text.Voice is { } voice ? (voice.Length > 0 ? voice : null) : run.Label?.Name;

    static (string Text, int Start, int End)? WordsOf(Run run, int from)
    {
        var words = new Words();
        for (var i = from; i < run.Text.Text.Length; i++)
            words.Append(run.Text.Text[i], run.Text.Places[i].Start, run.Text.Places[i].End);
        return words.Any ? (words.Take(), words.RawStart, words.RawEnd) : null;
    }
}
