using System.Text.RegularExpressions;

namespace InsightEngine.Signals;

/// <summary>How telling a word is: the rarer among the texts it was counted in, the more it says about what a text is about.</summary>
public sealed partial class WordRarity
{
    readonly Dictionary<string, int> textsWith = [];
    readonly int texts;

    public WordRarity(IEnumerable<string> counted)
    {
        foreach (var text in counted)
        {
            texts++;
            foreach (var word in Words(text).Distinct())
                textsWith[word] = textsWith.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Inverse document frequency, 0 for a word of every text.</summary>
    public double Of(string word) => Math.Log((1.0 + texts) / (1 + textsWith.GetValueOrDefault(word)));

    /// <summary>A text as weights of its words; what was said around it counts by its share.</summary>
    public IReadOnlyDictionary<string, double> Weigh(string text, string around, double share)
    {
        var weights = new Dictionary<string, double>();
        foreach (var word in Words(around))
            weights[word] = share * Of(word);
        foreach (var word in Words(text))
            weights[word] = Of(word);
        return weights;
    }

    /// <summary>The cosine of two weighed texts, from 0 to 1.</summary>
    public static double Overlap(IReadOnlyDictionary<string, double> a, IReadOnlyDictionary<string, double> b)
    {
        var shared = a.Sum(word => word.Value * b.GetValueOrDefault(word.Key));
        return shared == 0 ? 0 : shared / Math.Sqrt(a.Values.Sum(w => w * w) * b.Values.Sum(w => w * w));
    }

    /// <summary>Words without case and common endings, so that <c>invoices</c> meets <c>invoice</c> and <c>signed</c> meets <c>sign</c>.</summary>
    static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => Stem(m.Value.ToLowerInvariant()));

    static string Stem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s", "e"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal))
                return word[..^ending.Length];
        return word;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
