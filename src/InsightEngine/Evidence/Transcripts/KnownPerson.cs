namespace InsightEngine.Evidence.Transcripts;

/// <summary>A person's name and e-mail, prepared for comparing with labels.</summary>
sealed class KnownPerson(Participant person)
{
    readonly string[] words = LabelNames.WordsOf(person.Name);

    public string Id => person.Id;

    public bool HasEmail(LabelNames label) =>
        person.Email is { } email && label.Emails.Contains(email.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the label is the full name, in the given order or surname first.</summary>
    public bool HasFullName(LabelNames label) =>
        words.Length > 0 && words.Length == label.Words.Length
        && (words.SequenceEqual(label.Words) || (words.Length > 1 && words.Order().SequenceEqual(label.Words.Order())));

    /// <summary>Whether the label is the name's beginning or end, as in a first name or a surname; an initial may stand for the last word.</summary>
    public bool HasPart(LabelNames label)
    {
        var part = label.Words;
        if (part.Length == 0 || part.Length > words.Length)
            return false;
        if (part.AsSpan().SequenceEqual(words.AsSpan(0, part.Length)) || part.AsSpan().SequenceEqual(words.AsSpan(words.Length - part.Length)))
            return true;
        return part is [.., { Length: 1 } initial] && part.Length > 1
            && part.AsSpan(0, part.Length - 1).SequenceEqual(words.AsSpan(0, part.Length - 1))
            && words[^1].StartsWith(initial, StringComparison.Ordinal);
    }
}
