using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>
/// Names as their bare letters. The table stands here because normalisation forms do nothing where globalization is invariant.
/// </summary>
static class LatinFolding
{
    /// <summary>Each row: the bare letter, then the letters that are folded to it.</summary>
    static readonly string[] Rows =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇƀ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓđð",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡǥ",
        "hĥȟḣḥḧḩḫẖħ",
        "iìíîïĩīĭįǐȉȋḭḯỉịı",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľḷḹḻḽłŀ",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋŋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšșṡṣṥṧṩ",
        "tţťțṫṭṯṱẗŧ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕƶ",
    ];

    static readonly FrozenDictionary<char, char> Bare =
        Rows.SelectMany(row => row[1..], (row, letter) => (letter, row[0])).ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    /// <summary>Lower case without diacritics; apostrophes vanish and other punctuation becomes a space between words.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            var letter = char.ToLowerInvariant(character);
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                Append(folded, letter);
            else if (!IsInvisible(letter) && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    static void Append(StringBuilder folded, char letter)
    {
        switch (letter)
        {
            case 'ß':
                folded.Append("ss");
                break;
            case 'æ':
                folded.Append("ae");
                break;
            case 'œ':
                folded.Append("oe");
                break;
            case 'þ':
                folded.Append("th");
                break;
            default:
                folded.Append(Bare.GetValueOrDefault(letter, letter));
                break;
        }
    }

    static bool IsInvisible(char character) =>
        character is '\'' or '’' or '‘' or '`' or '´' or 'ʼ'
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control;
}
