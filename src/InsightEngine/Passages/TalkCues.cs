namespace InsightEngine.Passages;

/// <summary>What the wording of an utterance says about where a conversation may be cut.</summary>
static class TalkCues
{
    // After a question, people add "no rush" or a name; more than that is a statement of its own.
    const int AfterQuestionMark = 40;

    static readonly string[] QuestionOpenings =
    [
        "what", "what's", "how", "how's", "why", "when", "where", "who", "who's", "which", "do you", "did you", "does it", "can you", "could you",
        "would you", "will you", "have you", "are you", "is there", "is it", "are there", "shall we", "should we",
    ];

    static readonly string[] TopicOpenings =
    [
        "anyway", "moving on", "next", "let's talk", "let's move", "let's start", "let us", "another thing", "one more thing", "on another note",
        "switching", "speaking of", "the other thing", "last thing", "first of all", "before we", "okay so", "okay, so", "ok so", "ok, so",
        "alright", "all right", "so let's", "how about", "what about",
    ];

    /// <summary>Whether an answer is due: it ends with a question or, where the transcript has no punctuation, begins like one.</summary>
    public static bool IsQuestion(string text)
    {
        var words = text.AsSpan().Trim();
        var mark = words.LastIndexOf('?');
        if (mark >= 0) return words.Length - 1 - mark <= AfterQuestionMark;
        return words.IndexOfAny('.', '!') < 0 && OpensWith(words, QuestionOpenings);
    }

    public static bool OpensTopic(string text) => OpensWith(text.AsSpan().TrimStart(), TopicOpenings);

    /// <summary>Three words or fewer: "Hm.", "Let me think."</summary>
    public static bool IsTooShortToAnswer(string text)
    {
        var spaces = 0;
        foreach (var c in text.AsSpan().Trim())
            if (c == ' ' && ++spaces > 2) return false;
        return true;
    }

    static bool OpensWith(ReadOnlySpan<char> text, string[] openings)
    {
        foreach (var opening in openings)
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
                && (text.Length == opening.Length || !char.IsLetter(text[opening.Length])))
                return true;
        return false;
    }
}
