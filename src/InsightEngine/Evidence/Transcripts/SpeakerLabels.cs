using System.Globalization;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>
/// Which of a file's candidates are speakers. A colon alone says little ("Note: we ship"), so a speaker's label is one that looks
/// like a name and comes again, opens the talk, or has at least two words; one that does not look like a name must come often.
/// </summary>
sealed class SpeakerLabels
{
    const int Often = 3;
    const double OftenShare = 0.1;

    static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "el", "al", "bin", "ibn", "ben", "van", "von", "der",
        "den", "ter", "ten", "zu", "y", "e", "af", "av",
    };

    static readonly HashSet<string> NeverNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "nb", "ps", "re", "fyi", "todo", "to do", "action", "actions", "action item", "action items", "agenda", "date",
        "time", "subject", "title", "topic", "topics", "meeting", "location", "duration", "attendees", "participants", "present",
        "summary", "update", "decision", "decisions", "question", "answer", "example", "warning", "important", "next steps", "next step",
        "reminder", "goal", "goals", "risk", "risks", "result", "conclusion", "recording", "transcript",
    };

    readonly HashSet<string> speakers = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="candidates">The candidates of the file in order, one an occurrence.</param>
    /// <param name="lines">How many lines or cues the file has.</param>
    public SpeakerLabels(IReadOnlyList<string> candidates, int lines)
    {
        var names = candidates.Where(candidate => !NeverNames.Contains(candidate)).ToList();
        var counts = names.CountBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();
        var recurring = counts.Count(count => count.Value > 1 && LooksLikeName(count.Key));
        foreach (var (name, count) in counts)
        {
            var speaks = LooksLikeName(name)
                ? count > 1 || name == names[0] || recurring < 2 || name.Contains(' ')
                : count >= Often && count >= lines * OftenShare;
            if (speaks)
                speakers.Add(name);
        }
    }

    public bool Contains(SpeakerLabel? label) => label is { } candidate && speakers.Contains(candidate.Name);

    static bool LooksLikeName(string label)
    {
        if (label.Contains('@'))
            return !label.Contains(' ') || label.Contains('(') || label.Contains('[');
        var bracket = label.AsSpan().IndexOfAny('(', '[');
        var name = bracket > 0 ? label.AsSpan(0, bracket) : label;
        foreach (var range in name.SplitAny(' ', ',', '/', '|', '&'))
        {
            var word = name[range];
            if (!word.IsEmpty && char.IsLower(word[0]) && !Particles.Contains(word.ToString()) && !HasCapital(word))
                return false;
        }
        return true;
    }

    static bool HasCapital(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.GetUnicodeCategory(character) == UnicodeCategory.UppercaseLetter)
                return true;
        }
        return false;
    }
}
