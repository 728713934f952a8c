using System.Text.Json;
using System.Text.RegularExpressions;
using InsightEngine.Passages;

namespace InsightEngine.Evaluation.Retrieval;

/// <summary>A question about a meeting and the turns, first and last of each span, that answer it.</summary>
sealed record Question(string Text, IReadOnlyList<(int First, int Last)> Spans);

sealed record Meeting(string Name, IReadOnlyList<SpokenTurn> Turns, IReadOnlyList<Question> Questions);

/// <summary>Reads QMSum (Zhong et al. 2021, github.com/Yale-LILY/QMSum, MIT), folder <c>data/ALL</c>: one JSON file a meeting.</summary>
static partial class QmSum
{
    /// <param name="folder">Holds a folder a split.</param>
    /// <param name="split"><c>train</c>, <c>val</c> or <c>test</c>.</param>
    public static IReadOnlyList<Meeting> Read(string folder, string split) =>
        [.. Directory.GetFiles(Path.Combine(folder, split), "*.json").Order(StringComparer.Ordinal).Select(ReadMeeting)];

    static Meeting ReadMeeting(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var turns = json.RootElement.GetProperty("meeting_transcripts").EnumerateArray()
            .Select((t, i) => new SpokenTurn(i, t.GetProperty("speaker").GetString(), Clean(t.GetProperty("content").GetString()!)));
        var questions = json.RootElement.GetProperty("specific_query_list").EnumerateArray()
            .Select(q => new Question(
                q.GetProperty("query").GetString()!,
                [.. q.GetProperty("relevant_text_span").EnumerateArray().Select(s => (Number(s[0]), Number(s[1])))]));
        return new(Path.GetFileNameWithoutExtension(file), [.. turns], [.. questions]);
    }

    static int Number(JsonElement text) => int.Parse(text.GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Without the transcribers' marks such as <c>{vocalsound}</c>, and with punctuation where people write it.</summary>
    static string Clean(string text) => SpaceBeforeMark().Replace(Spaces().Replace(Marks().Replace(text, " "), " "), "").Trim();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" (?=[.,?!'])")]
    private static partial Regex SpaceBeforeMark();
}
