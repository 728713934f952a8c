using System.Text.RegularExpressions;
using InsightEngine.Evidence;

namespace InsightEngine.Briefs;

/// <summary>
/// The last look before a brief is answered: a citation whose quote does not stand word for word in evidence that the reader may
/// see goes, and with its last citation the statement goes. Pure.
/// </summary>
public static partial class CheckCitations
{
    /// <summary>The statements that hold, and how many were dropped.</summary>
    /// <param name="sources">Canonical texts of what the reader may see.</param>
    public static (IReadOnlyList<BriefItem> Kept, int Dropped) Check(
        IReadOnlyList<BriefItem> items, IReadOnlyDictionary<(CitationType Type, string Id), string> sources)
    {
        var kept = new List<BriefItem>(items.Count);
        foreach (var item in items)
        {
            var holds = item.Evidence.Where(c => Stands(c, sources)).ToList();
            if (holds.Count == item.Evidence.Count && holds.Count > 0 && QuotesOf(item.Text).All(q => holds.Any(c => c.Quote.Contains(q, StringComparison.Ordinal))))
                kept.Add(item);
        }
        return (kept, items.Count - kept.Count);
    }

    static bool Stands(Citation citation, IReadOnlyDictionary<(CitationType, string), string> sources) =>
        citation.Quote.Length > 0
        && sources.TryGetValue((citation.Type, citation.Id), out var text)
        && text.Contains(citation.Quote, StringComparison.Ordinal);

    /// <summary>What the text puts in quotation marks.</summary>
    static IEnumerable<string> QuotesOf(string text) => Quoted().Matches(text).Select(m => m.Groups[1].Value);

    [GeneratedRegex("“([^”]*)”")]
    private static partial Regex Quoted();
}
