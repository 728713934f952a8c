using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using InsightEngine.Evidence.Transcripts;

namespace InsightEngine.Language;

/// <summary>
/// Texts as a classifier may read them: every name of a known person is one and the same name, every pronoun of a person a form of
/// <c>they</c>, so that nothing that is read from them can depend on who is meant. What is shown and quoted stays as it was said.
/// </summary>
/// <remarks>Lower and upper case of a name are the same, unless the name is an everyday word too. Thread-safe.</remarks>
public sealed partial class NeutralText
{
    const string Name = "Alex";

    /// <summary>Words between the names of one person; alone they are no name.</summary>
    static readonly FrozenSet<string> Particles = Set("al ap bin bint da das de del della den der di dos du el ibn la las le los ten ter van von zu y of the and");

    /// <summary>Names that are everyday words: names only with a capital inside a sentence, or beside another name.</summary>
    static readonly FrozenSet<string> Everyday = Set(
        "an art august autumn baker banks bell bill black bond brown case chance chase church cook dale dawn day dean do drew earl early "
        + "ever faith field fields fisher ford fox frank gene gold good grace grant gray green grey guy hall hill home hope hunt hunter iris ivy jack joy "
        + "june king knight lake lane law light long major march mark marks marsh mason may miles mills moon more moss nick north page park parks "
        + "pat peace penny pearl person pierce pool poole price queen ray read reed rich rob rock rose ruby rush said sandy shah sharp short sky skip small snow so "
        + "south stark stone storm story street strong sue summer swift temple van wade walker walls ward waters way webb wells west white will "
        + "winter wise wolf wood woods young april");

    static readonly FrozenDictionary<string, string> Pronouns = Pairs(
        "he they she they they they himself themselves herself themselves themself themselves themselves themselves hers theirs theirs theirs "
        + "he'd they'd she'd they'd they'd they'd he'll they'll she'll they'll they'll they'll mr Mx mrs Mx ms Mx mx Mx");

    /// <summary>Forms that stand before what is had, or alone; which of the two is told by the next word, alike for all.</summary>
    static readonly FrozenDictionary<string, string> WhenAlone = Pairs("him them her them them them his theirs their theirs");

    /// <summary>Verbs that show how many do it.</summary>
    static readonly FrozenDictionary<string, string> Plural = Pairs(
        "is are was were has have does do isn't aren't wasn't weren't hasn't haven't doesn't don't goes go isnt arent wasnt werent doesnt dont hasnt havent");

    /// <summary>Words that follow an object but begin no thing that somebody has.</summary>
    static readonly FrozenSet<string> FollowsObject = Set(
        "a an the this that these those to for from of in on at by with about into through over under around away after before up down out off as all if when while where what who how why "
        + "and or but so because than then is was are were will would can could should has have had do does did not i you we it they he she there here "
        + "yesterday today tomorrow tonight now again too also back once twice soon later already yet anyway though really");

    static readonly FrozenSet<string> Adverbs = Set("also just already always still never really only even probably usually often actually basically kind sort now then both all");

    readonly FrozenSet<string> names;
    readonly FrozenSet<(string, string)> neighbours;

    /// <param name="people">Full names of the people who may be meant; each word of a name counts as a name of its own.</param>
    public NeutralText(IEnumerable<string> people)
    {
        var words = people.Select(person => LatinFolding.Fold(person).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        names = words.SelectMany(name => name).Where(word => word.Length > 1 && !Particles.Contains(word)).ToFrozenSet();
        neighbours = words.SelectMany(name => name.Zip(name.Skip(1))).ToFrozenSet();
    }

    public string Of(string text)
    {
        var words = WordPattern().Matches(text);
        var result = new StringBuilder(text.Length + 16);
        var end = 0;
        for (var i = 0; i < words.Count; i++)
        {
            result.Append(text, end, words[i].Index - end);
            var last = NameFrom(text, words, i);
            if (last >= i)
            {
                DropTitle(result);
                result.Append(Name).Append(Possessive(words[last].Value));
                i = last;
            }
            else
                result.Append(Reword(text, words, i));
            end = words[i].Index + words[i].Length;
        }
        return result.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>The last word of the name that begins with word <paramref name="first"/>, or −1.</summary>
    int NameFrom(string text, MatchCollection words, int first)
    {
        if (!IsName(words[first].Value))
            return -1;
        var last = first;
        for (var next = first + 1; next < words.Count && Adjoin(text, words[next - 1], words[next]); next++)
        {
            if (IsName(words[next].Value) && (!IsEveryday(words[next]) || AreNeighbours(words[next - 1], words[next])))
                last = next;
            else if (!IsParticle(words[next].Value))
                break;
        }
        if (!IsEveryday(words[first]) || (last > first && AreNeighbours(words[first], words[first + 1])))
            return last;
        return char.IsUpper(words[first].Value[0]) && !BeginsSentence(text, words[first].Index) ? last : -1;
    }

    static bool IsEveryday(Match word) => Everyday.Contains(Bare(word.Value));

    bool AreNeighbours(Match word, Match next) => neighbours.Contains((Bare(word.Value), Bare(next.Value)));

    bool IsName(string word) => names.Contains(Bare(word));

    static bool IsParticle(string word) => Particles.Contains(word.ToLowerInvariant()) && word is not ("and" or "of" or "the" or "y");

    static bool Adjoin(string text, Match word, Match next) =>
        Possessive(word.Value).Length == 0 && next.Index == word.Index + word.Length + 1 && text[next.Index - 1] is ' ' or '-' or '‑';

    static bool BeginsSentence(string text, int index)
    {
        var before = text.AsSpan(0, index).TrimEnd();
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '…' or ':' or '"' or '“' or '(' or ')';
    }

    static string Bare(string word) => LatinFolding.Fold(word.AsSpan(0, word.Length - Possessive(word).Length));

    static string Possessive(string word) => word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || word.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? "'s" : "";

    static void DropTitle(StringBuilder result)
    {
        foreach (var title in (ReadOnlySpan<string>)["Mx ", "Mx. "])
            if (result.Length >= title.Length && result.ToString(result.Length - title.Length, title.Length) == title)
            {
                result.Length -= title.Length;
                return;
            }
    }

    static string Reword(string text, MatchCollection words, int i)
    {
        var word = Plain(words, i);
        if (Pronouns.TryGetValue(word, out var form))
            return form;
        if (word is "he's" or "she's" or "hes" or "shes")
            return IsParticiple(Plain(words, i + 1)) ? "they've" : "they're";
        if (word is "miss" && words[i].Value[0] == 'M' && i + 1 < words.Count && char.IsUpper(words[i + 1].Value[0]))
            return "Mx";
        if (WhenAlone.TryGetValue(word, out var alone))
            return HasThing(text, words, i) ? "their" : alone;
        if (Plural.TryGetValue(word, out var verb) && (IsHeOrShe(Plain(words, i + 1)) || FollowsHeOrShe(words, i)))
            return verb;
        return word is [.., not 's', 's'] && FollowsHeOrShe(words, i) && !Adverbs.Contains(word) ? WithoutEnding(words[i].Value) : words[i].Value;
    }

    static bool HasThing(string text, MatchCollection words, int i) =>
        i + 1 < words.Count && words[i + 1].Index == words[i].Index + words[i].Length + 1 && text[words[i + 1].Index - 1] == ' '
        && !FollowsObject.Contains(Plain(words, i + 1));

    static bool FollowsHeOrShe(MatchCollection words, int i)
    {
        var before = i - 1;
        while (before >= 0 && Adverbs.Contains(Plain(words, before)))
            before--;
        return IsHeOrShe(Plain(words, before));
    }

    static bool IsParticiple(string word) => word is "been" or "got" or "had" or "gone" or "taken" or "given" or "made" or "seen" or "left" || word.EndsWith("ed", StringComparison.Ordinal);

    static bool IsHeOrShe(string word) => word is "he" or "she";

    static string WithoutEnding(string verb) => verb switch
    {
        [.., 'i', 'e', 's'] when verb.Length > 4 => verb[..^3] + 'y',
        [.., 'c' or 's', 'h', 'e', 's'] or [.., 's', 's', 'e', 's'] or [.., 'x' or 'z', 'e', 's'] => verb[..^2],
        [.., 'u' or 'i', 's'] => verb,
        _ => verb[..^1],
    };

    static string Plain(MatchCollection words, int i) =>
        i >= 0 && i < words.Count ? words[i].Value.ToLowerInvariant().Replace('’', '\'') : "";

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();

    static FrozenDictionary<string, string> Pairs(string words) =>
        words.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*")]
    private static partial Regex WordPattern();
}
