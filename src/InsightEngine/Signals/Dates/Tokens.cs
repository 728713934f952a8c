using System.Text.RegularExpressions;

namespace InsightEngine.Signals.Dates;

/// <summary>The words of a text, to be matched by rules. Beyond its ends every word is empty.</summary>
sealed partial class Tokens
{
    readonly Token[] all;

    public Tokens(string text)
    {
        all = [.. Piece().Matches(text).Select(m => new Token(Normal(m.Value), m.Index, m.Index + m.Length))];
    }

    public int Count => all.Length;

    public string this[int i] => i >= 0 && i < all.Length ? all[i].Word : "";

    public Token At(int i) => all[i];

    public bool Is(int i, string words) => this[i] is { Length: > 0 } word && Among(word, words);

    public bool IsMark(int i) => i < 0 || i >= all.Length || all[i].IsMark;

    public bool IsStop(int i) => i < 0 || i >= all.Length || all[i].IsStop;

    /// <summary>The place behind these words in a row, or -1.</summary>
    public int After(int i, params ReadOnlySpan<string> row)
    {
        foreach (var words in row)
            if (!Is(i++, words))
                return -1;
        return i;
    }

    /// <summary>One place further if one of the words stands here.</summary>
    public int Skip(int i, string words) => Is(i, words) ? i + 1 : i;

    static bool Among(string word, string words)
    {
        foreach (var range in words.AsSpan().Split(' '))
            if (words.AsSpan(range).SequenceEqual(word))
                return true;
        return false;
    }

    static string Normal(string piece)
    {
        var word = piece.ToLowerInvariant().Replace('’', '\'');
        return word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}[:.]\d\d|[\p{L}\p{N}]+(?:['’]\p{L}+)?|[.,;:!?…]")]
    private static partial Regex Piece();
}
