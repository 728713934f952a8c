using System.Globalization;
using System.Text;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>The character references that captions use.</summary>
static class Entity
{
    const int Longest = 10;

    /// <summary>Reads a reference at the start of the text; answers its length, or 0 and the character as it was if there is none.</summary>
    public static int TryRead(ReadOnlySpan<char> text, ref char character)
    {
        if (text is not ['&', ..])
            return 0;
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end < 2)
            return 0;
        var decoded = text[1..end] switch
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
        if (decoded == '\0')
            return 0;
        character = decoded;
        return end + 1;
    }

    public static string Decode(ReadOnlySpan<char> text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var character = text[i];
            var length = TryRead(text[i..], ref character);
            decoded.Append(character);
            i += Math.Max(1, length);
        }
        return decoded.ToString();
    }
}
