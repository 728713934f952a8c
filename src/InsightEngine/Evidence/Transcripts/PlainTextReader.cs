using System.Buffers;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>
/// Plain text, <c>Name: text</c> a line, with an optional time before or after the name. A line that names nobody continues the
/// utterance before it; in a text that names nobody at all, each line stands alone.
/// </summary>
static class PlainTextReader
{
    static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.,");

    sealed record Entry(RawLine Line, int TextStart, TimeSpan? At, bool BareTime, SpeakerLabel? Label);

    public static List<SpokenLine> Read(string raw)
    {
        var entries = RawLine.Split(raw).Where(line => !line.IsBlank(raw)).Select(line => Parse(raw, line)).ToList();
        var candidates = entries.Where(entry => entry.Label is not null).Select(entry => entry.Label!.Value.Name).ToList();
        var labels = new SpeakerLabels(candidates, entries.Count);
        var namesNobody = !entries.Exists(entry => labels.Contains(entry.Label));

        var spoken = new List<SpokenLine>();
        var words = new Words();
        string? speaker = null;
        TimeSpan? at = null;
        foreach (var entry in entries)
        {
            var named = labels.Contains(entry.Label);
            var textStart = named || !entry.BareTime ? entry.TextStart : entry.Line.Start;
            if (!named && ExporterLine.Is(raw.AsSpan(textStart, entry.Line.End - textStart)))
                continue;
            if (named || namesNobody)
            {
                Finish();
                speaker = named ? entry.Label!.Value.Name : null;
                at = entry.At ?? (named ? entry.Label!.Value.At : null);
            }
            words.Append(raw, named ? textStart + entry.Label!.Value.TextStart : textStart, entry.Line.End);
        }
        Finish();
        return spoken;

        void Finish()
        {
            if (words.Any)
                spoken.Add(new SpokenLine(speaker, words.Take(), words.RawStart, words.RawEnd, at));
        }
    }

    static Entry Parse(string raw, RawLine line)
    {
        var text = line.In(raw);
        var start = text.Length - text.TrimStart().Length;
        var time = LeadingTime(text[start..], out var at);
        start += time;
        // A time in square brackets is a time; another may be a part of what is said ("9:30 is fine") unless a name follows.
        var bare = time > 0 && !text.TrimStart().StartsWith('[');
        return new Entry(line, line.Start + start, at, bare, SpeakerLabel.TryRead(text[start..]));
    }

    /// <summary>The length of a time at the start of a line with what closes it; 0 if there is none.</summary>
    static int LeadingTime(ReadOnlySpan<char> text, out TimeSpan? at)
    {
        at = null;
        var bracket = text is ['[' or '(', ..] ? 1 : 0;
        var length = text[bracket..].IndexOfAnyExcept(TimeCharacters);
        var end = length < 0 ? text.Length : bracket + length;
        if (!ClockTime.TryParse(text[bracket..end], out var time))
            return 0;
        if (bracket == 1 && (end == text.Length || text[end++] is not (']' or ')')))
            return 0;
        if (bracket == 0 && end < text.Length && !char.IsWhiteSpace(text[end]))
            return 0;
        at = time;
        return text.Length - text[end..].TrimStart(" \t-–").Length;
    }
}
