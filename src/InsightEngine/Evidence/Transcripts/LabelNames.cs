namespace InsightEngine.Evidence.Transcripts;

/// <summary>What a speaker label says of a person: <c>Name</c>, <c>Last, First</c>, <c>Name (Company)</c>, <c>Name &lt;e-mail&gt;</c>.</summary>
sealed class LabelNames
{
    static readonly char[] Opening = ['(', '[', '<', '{'];
    static readonly char[] Separators = [' ', '\t', '(', ')', '[', ']', '<', '>', '{', '}', ',', ';', ':', '"', '|'];

    public LabelNames(string label)
    {
        label = SpeakerLabel.Clean(label);
        Emails = label.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(word => word.IndexOf('@') > 0).ToList();
        var end = label.IndexOfAny(Opening);
        var name = (end >= 0 ? label[..end] : label).Split('|')[0];
        if (name.Contains('@'))
            name = "";
        var parts = name.Split(',', 2);
        Words = parts.Length == 2 ? [.. WordsOf(parts[1]), .. WordsOf(parts[0])] : WordsOf(name);
        Name = string.Join(' ', Words);
    }

    public IReadOnlyList<string> Emails { get; }

    /// <summary>The words of the name, folded, first name first; none where the label is only an e-mail.</summary>
    public string[] Words { get; }

    public string Name { get; }

    public static string[] WordsOf(string name) => LatinFolding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
