using System.Text;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>A stretch of a cue's line in one voice, its tags removed and its entities decoded.</summary>
/// <param name="Voice">The name in the voice tag, empty where the tag has none; null outside of voice tags.</param>
/// <param name="Text">The decoded text.</param>
/// <param name="Places">The range in the raw text of each character of <paramref name="Text"/>.</param>
sealed record CueRun(string? Voice, string Text, IReadOnlyList<(int Start, int End)> Places);

/// <summary>The text of a cue, which is marked up by tags and entities.</summary>
static class CueText
{
    const int LongestTag = 200;
    static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "v", "c", "i", "b", "u", "s", "ruby", "rt", "lang", "font",
    };

    public static List<CueRun> Read(string raw, Cue cue)
    {
        var runs = new List<CueRun>();
        string? voice = null;
        foreach (var line in cue.Lines)
        {
            var text = new StringBuilder(line.End - line.Start);
            var places = new List<(int, int)>(line.End - line.Start);
            for (var i = line.Start; i < line.End;)
            {
                if (raw[i] == '<' && TryReadTag(raw.AsSpan(i, line.End - i), out var tag))
                {
                    if (IsVoice(tag))
                    {
                        Finish();
                        voice = VoiceOf(tag);
                    }
                    i += tag.Length + 2;
                    continue;
                }
                var character = raw[i];
                var length = character == '&' ? Math.Max(1, Entity.TryRead(raw.AsSpan(i, line.End - i), ref character)) : 1;
                text.Append(character);
                places.Add((i, i + length));
                i += length;
            }
            Finish();

            void Finish()
            {
                if (!string.IsNullOrWhiteSpace(text.ToString()))
                    runs.Add(new CueRun(voice, text.ToString(), places));
                text.Clear();
                places = [];
            }
        }
        return runs;
    }

    /// <summary>Reads a tag of captions or a time in angle brackets; other text in angle brackets is text.</summary>
    static bool TryReadTag(ReadOnlySpan<char> text, out ReadOnlySpan<char> tag)
    {
        tag = default;
        if (text is not ['<', _, ..])
            return false;
        text = text[1..Math.Min(text.Length, LongestTag)];
        var end = text.IndexOfAny('<', '>');
        if (end <= 0 || text[end] == '<')
            return false;
        tag = text[..end];
        var name = tag.TrimStart('/');
        var nameEnd = name.IndexOfAny(" \t./");
        return Tags.Contains((nameEnd < 0 ? name : name[..nameEnd]).ToString()) || ClockTime.TryParse(tag, out _);
    }

    static bool IsVoice(ReadOnlySpan<char> tag) => tag is "v" or "/v" || tag.StartsWith("v ") || tag.StartsWith("v.") || tag.StartsWith("v\t");

    static string? VoiceOf(ReadOnlySpan<char> tag)
    {
        if (tag[0] == '/')
            return null;
        var name = tag.IndexOfAny(' ', '\t');
        return name < 0 ? "" : SpeakerLabel.Clean(Entity.Decode(tag[name..]));
    }
}
