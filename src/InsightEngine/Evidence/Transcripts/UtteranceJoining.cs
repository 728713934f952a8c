using System.Text;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>
/// Joins the cues or sentences into which a format cut an utterance. Captions are cut by length, before as well as after a full stop,
/// so what tells two utterances of one speaker apart is the pause; a pause after a finished sentence weighs more.
/// </summary>
static class UtteranceJoining
{
    static readonly TimeSpan PauseAfterSentence = TimeSpan.FromSeconds(2);
    static readonly TimeSpan PauseInSentence = TimeSpan.FromSeconds(5);

    public static List<SpokenLine> Join(IEnumerable<Piece> pieces)
    {
        var lines = new List<SpokenLine>();
        var words = new StringBuilder();
        Piece? first = null;
        Piece last = default;
        foreach (var piece in pieces)
        {
            if (first is not null && !Continues(last, piece))
                Finish();
            if (first is null)
                first = piece;
            else
                words.Append(' ');
            words.Append(piece.Text);
            last = piece;
        }
        Finish();
        return lines;

        void Finish()
        {
            if (first is { } opening)
                lines.Add(new SpokenLine(opening.Speaker, words.ToString(), opening.RawStart, last.RawEnd, opening.Start));
            words.Clear();
            first = null;
        }
    }

    static bool Continues(Piece last, Piece next)
    {
        if (!string.Equals(last.Speaker, next.Speaker, StringComparison.OrdinalIgnoreCase))
            return false;
        var pause = next.Start - last.End;
        if (pause < TimeSpan.Zero)
            return true;
        var finished = IsFinished(last.Text);
        // Without names, a finished sentence may be followed by anybody.
        if (finished && last.Speaker is null)
            return false;
        return pause is null || pause <= (finished ? PauseAfterSentence : PauseInSentence);
    }

    static bool IsFinished(string text) =>
        text.AsSpan().TrimEnd("\"'”’»)]") is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？'];
}
