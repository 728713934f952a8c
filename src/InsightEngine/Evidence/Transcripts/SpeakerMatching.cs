namespace InsightEngine.Evidence.Transcripts;

/// <summary>Speaker labels of a transcript to people. Who cannot be told for certain stays unknown, so that nothing is charged to the wrong person.</summary>
public static class SpeakerMatching
{
    static readonly string[] GenericWords =
        ["speaker", "unknown", "unidentified", "unnamed", "anonymous", "participant", "guest", "user", "caller", "host", "attendee"];

    /// <summary>
    /// Answers each label with a person's id or null. The two participants are known by e-mail, full name, or a part of the name that
    /// the other does not share; everybody else in the tenant by e-mail or full name only, and only if no one else has it.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Match(
        IReadOnlyCollection<string> speakers, IReadOnlyList<Participant> participants, IReadOnlyList<Participant> others)
    {
        var talkers = participants.Select(participant => new KnownPerson(participant)).ToList();
        var absent = others.Where(other => !participants.Any(participant => participant.Id == other.Id)).Select(other => new KnownPerson(other)).ToList();
        var labels = speakers.Distinct().Select(speaker => (Speaker: speaker, Names: new LabelNames(speaker))).ToList();

        var matches = new Dictionary<string, string?>();
        foreach (var (speaker, names) in labels)
            matches[speaker] = IsGeneric(names) ? null : InFull(names, talkers) ?? InFull(names, absent);

        // Somebody labelled in full is not also the one behind a bare first name.
        var taken = matches.Values.OfType<string>().ToHashSet();
        foreach (var (speaker, names) in labels)
        {
            if (matches[speaker] is null && !IsGeneric(names) && Single(talkers.Where(person => person.HasPart(names))) is { } id && !taken.Contains(id))
                matches[speaker] = id;
        }
        return matches;
    }

    static string? InFull(LabelNames names, List<KnownPerson> people) =>
        Single(people.Where(person => person.HasEmail(names))) ?? Single(people.Where(person => person.HasFullName(names)));

    static string? Single(IEnumerable<KnownPerson> people)
    {
        var found = people.Take(2).ToList();
        return found.Count == 1 ? found[0].Id : null;
    }

    static bool IsGeneric(LabelNames names) => names.Emails.Count == 0 && names.Words is var words
        && (words.Length == 0 || (words.Any(GenericWords.Contains) && words.All(word => GenericWords.Contains(word) || word.Length == 1 || word.All(char.IsDigit))));
}
