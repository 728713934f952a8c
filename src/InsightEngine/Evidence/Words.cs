using System.Text.Json;

namespace InsightEngine.Evidence;

/// <summary>Enum values as the API, the bundle and the evidence spell them: kebab-case.</summary>
public static class Words
{
    public static string Word<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Reads <c>on-track</c> and, as spreadsheets have it, <c>on_track</c>.</summary>
    public static bool TryParse<T>(string word, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
            if (string.Equals(candidate.Word(), word.Replace('_', '-'), StringComparison.OrdinalIgnoreCase))
            {
                value = candidate;
                return true;
            }
        value = default;
        return false;
    }

    public static string List<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(v => v.Word()));
}
