using System.Globalization;
using System.Text;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>What stands before the colon of <c>Name: text</c>, if that can be a name at all.</summary>
/// <param name="Name">The label without invisible characters and without a time.</param>
/// <param name="TextStart">Where the text starts in the line.</param>
/// <param name="At">The time in brackets after the name, if any.</param>
readonly record struct SpeakerLabel(string Name, int TextStart, TimeSpan? At)
{
    const int LongestName = 60;
    const int MostWords = 5;
    const int LongestTime = 16;

    /// <summary>Reads a label of a line of text; whether it is a speaker's is for <see cref="SpeakerLabels"/> to say.</summary>
    public static SpeakerLabel? TryRead(ReadOnlySpan<char> line)
    {
        var colon = ColonBeforeText(line);
        if (colon <= 0)
            return null;
        var label = line[..colon].TrimEnd();
        var at = TakeTime(ref label);
        var name = Clean(label);
        return CanBeName(name) ? new SpeakerLabel(name, colon + 1, at) : null;
    }

    /// <summary>Removes invisible characters, which would make one name look like two, and collapses whitespace.</summary>
    public static string Clean(ReadOnlySpan<char> label)
    {
        var name = new StringBuilder(label.Length);
        foreach (var character in label)
        {
            if (char.IsWhiteSpace(character))
            {
                if (name.Length > 0 && name[^1] != ' ')
                    name.Append(' ');
            }
            else if (char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                name.Append(character);
            }
        }
        return name.ToString().TrimEnd();
    }

    public static bool CanBeName(string name)
    {
        if (name.Length is 0 or > LongestName || !char.IsLetter(name[0]))
            return false;
        var depth = 0;
        var words = 1;
        foreach (var character in name)
        {
            if (character is '(' or '[')
                depth++;
            else if (character is ')' or ']')
                depth--;
            else if (character == ' ' && depth == 0)
                words++;
            else if (!IsOfName(character))
                return false;
        }
        return words <= MostWords;
    }

    static bool IsOfName(char character) =>
        char.IsLetterOrDigit(character) || char.IsSurrogate(character) || " .,'’`-‐–_&/@+|#·".Contains(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static int ColonBeforeText(ReadOnlySpan<char> line)
    {
        var furthest = Math.Min(line.Length, LongestName + LongestTime + 8);
        for (var i = 0; i < furthest; i++)
        {
            if (line[i] == '：' || (line[i] == ':' && (i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]))))
                return i;
        }
        return -1;
    }

    static TimeSpan? TakeTime(ref ReadOnlySpan<char> label)
    {
        if (label is not [.., ')' or ']'])
            return null;
        var open = label.LastIndexOfAny('(', '[');
        if (open <= 0 || !ClockTime.TryParse(label[(open + 1)..^1], out var at))
            return null;
        label = label[..open].TrimEnd();
        return at;
    }
}
