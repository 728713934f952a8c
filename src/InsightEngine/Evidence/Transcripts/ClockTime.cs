using System.Globalization;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>Times since the start of a recording, as transcripts write them.</summary>
static class ClockTime
{
    /// <summary>
    /// Parses <c>HH:MM:SS.mmm</c> and <c>MM:SS.mmm</c>, padded or not, with dot or comma; a negative time is the start.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        text = text.Trim();
        var negative = text is ['-', ..];
        if (negative)
            text = text[1..];
        var point = text.IndexOfAny('.', ',');
        var milliseconds = 0;
        if (point >= 0 && !TryParseFraction(text[(point + 1)..], out milliseconds))
            return false;
        if (point >= 0)
            text = text[..point];

        long seconds = 0;
        var parts = 0;
        foreach (var range in text.Split(':'))
        {
            if (++parts > 3 || !TryParseDigits(text[range], out var part))
                return false;
            seconds = seconds * 60 + part;
        }
        if (parts < 2)
            return false;
        time = negative ? TimeSpan.Zero : TimeSpan.FromSeconds(seconds) + TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    static bool TryParseDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    static bool TryParseFraction(ReadOnlySpan<char> text, out int milliseconds)
    {
        milliseconds = 0;
        if (text.Length is 0 or > 9)
            return false;
        var weight = 100;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            milliseconds += (digit - '0') * weight;
            weight /= 10;
        }
        return true;
    }
}
