namespace InsightEngine.Signals.Dates;

/// <summary>Numbers up to 99 in words and digits, as they are spoken of days, weeks and hours.</summary>
static class Numbers
{
    static readonly string[] Small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
         "sixteen", "seventeen", "eighteen", "nineteen"];
    static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    static readonly string[] Ordinals =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
         "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];

    /// <summary>A count and the place behind it: <c>two</c>, <c>a couple of</c>, <c>2 or 3</c> (the larger).</summary>
    public static (int Value, int End)? Count(Tokens t, int i)
    {
        if (Vague(t, i) is { } vague)
            return vague;
        if (Cardinal(t, i) is not { } first)
            return t.Is(i, "a an") ? (1, i + 1) : null;
        return t.Is(first.End, "or to") && Cardinal(t, first.End + 1) is { } second && second.Value > first.Value ? second : first;
    }

    public static (int Value, int End)? Cardinal(Tokens t, int i)
    {
        if (int.TryParse(t[i], out var digits) && digits is >= 0 and < 100)
            return (digits, i + 1);
        if (Array.IndexOf(Small, t[i]) is >= 0 and var small)
            return (small, i + 1);
        var tens = Array.IndexOf(Tens, t[i]);
        if (tens < 0)
            return null;
        return Array.IndexOf(Small, t[i + 1]) is > 0 and < 10 and var unit ? (20 + 10 * tens + unit, i + 2) : (20 + 10 * tens, i + 1);
    }

    /// <summary>A place in an order, from 1 to 39: <c>twenty-first</c>, <c>21st</c>, <c>thirtieth</c>.</summary>
    public static (int Value, int End)? Ordinal(Tokens t, int i)
    {
        if (Array.IndexOf(Ordinals, t[i]) is > 0 and var small)
            return (small, i + 1);
        if (t.Is(i, "twentieth thirtieth"))
            return (t.Is(i, "twentieth") ? 20 : 30, i + 1);
        if (t.Is(i, "twenty thirty") && Array.IndexOf(Ordinals, t[i + 1]) is > 0 and < 10 and var unit)
            return ((t.Is(i, "twenty") ? 20 : 30) + unit, i + 2);
        return t[i] is { Length: > 2 } word && (word[^2..] is "st" or "nd" or "rd" or "th") && int.TryParse(word[..^2], out var digits) && digits is > 0 and < 40
            ? (digits, i + 1)
            : null;
    }

    static (int Value, int End)? Vague(Tokens t, int i)
    {
        var start = t.Skip(i, "a the");
        if (t.Is(start, "couple"))
            return (2, t.Skip(start + 1, "of"));
        return t.Is(start, "few") ? (3, t.Skip(start + 1, "of")) : null;
    }
}
