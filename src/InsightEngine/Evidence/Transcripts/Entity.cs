using System.Globalization;
using System.Text;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>The character references that captions use.</summary>
static class Entity
{
    const int Longest = 10;

    /// <summary>Reads a reference at the start of the text; answers its length, 0 if there is none.</summary>
    public static int TryRead(ReadOnlySpan<char> text, out char character)
    {
        character = default;
        if (text is not ['&', ..])
            return 0;
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end < 2)
            return 0;
        character = text[1..end] switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u00A0',
            "lrm" => '\u200E',
            "rlm" => '\u200F',
            ['#', 'x' or 'X', .. var hex] when ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => (char)code,
            ['#', .. var digits] when ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => (char)code,
            _ => '\0',
        };
        return character == '\0' ? 0 : end + 1;
    }

    public static string Decode(ReadOnlySpan<char> text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = TryRead(text[i..], out var character);
            decoded.Append(length > 0 ? character : text[i]);
            i += Math.Max(1, length);
        }
        return decoded.ToString();
    }
}
