namespace InsightEngine.Passages;

/// <summary>Splits a text that is too long for one passage: at the end of a sentence, else between words, else anywhere.</summary>
static class SplitText
{
    // WordPiece splits long words, on average at every seventh letter, and makes a piece of each punctuation mark.
    const int LettersPerPiece = 7;

    // What runs on without white space is taken apart here; so one word always fits a piece.
    const int LongestWord = 90;

    /// <summary>
    /// Adjacent pieces [From, To) that cover the text, with their estimated word pieces. A text of at most <paramref name="most"/> stays whole.
    /// </summary>
    /// <param name="text">Any text; an empty one gives one empty piece.</param>
    /// <param name="enough">From this size on, a piece ends at the next end of a sentence.</param>
    /// <param name="most">No piece is larger.</param>
    public static IEnumerable<(int From, int To, int Size)> Split(string text, int enough, int most)
    {
        var whole = Size(text);
        if (whole <= most)
        {
            yield return (0, text.Length, whole);
            yield break;
        }
        var (from, size, at) = (0, 0, 0);
        while (at < text.Length)
        {
            var (word, next) = NextWord(text, at);
            if (size > 0 && size + word > most)
            {
                yield return (from, at, size);
                (from, size) = (at, 0);
            }
            size += word;
            at = next;
            if (size < enough || !EndsSentence(text, at)) continue;
            yield return (from, at, size);
            (from, size) = (at, 0);
        }
        if (size > 0 || from < at) yield return (from, at, size);
    }

    static int Size(string text)
    {
        var size = 0;
        for (var at = 0; at < text.Length;)
        {
            (var word, at) = NextWord(text, at);
            size += word;
        }
        return size;
    }

    /// <summary>The word at a place with the white space after it: its size and where the next begins.</summary>
    static (int Size, int Next) NextWord(string text, int at)
    {
        var (end, marks) = (at, 0);
        for (; end < text.Length && !char.IsWhiteSpace(text[end]) && end - at < LongestWord; end++)
            if (char.IsPunctuation(text[end])) marks++;
        // A pair of surrogates is one character.
        if (end < text.Length && end - at > 1 && char.IsLowSurrogate(text[end])) end--;
        var size = end == at ? 0 : 1 + (end - at - marks) / LettersPerPiece + marks;
        while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return (size, end);
    }

    static bool EndsSentence(string text, int at)
    {
        var last = at - 1;
        while (last >= 0 && char.IsWhiteSpace(text[last])) last--;
        return last >= 0 && text[last] is '.' or '!' or '?';
    }
}
