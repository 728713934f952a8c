using System.Globalization;
using System.Text.Json;
using Sylvan.Data.Csv;

namespace InsightEngine.Evaluation.Commitments;

/// <summary>A one-to-one as labelled: who, when, and its utterances in order.</summary>
sealed record LabelledTalk(string Id, DateOnly Date, string Manager, string Report, IReadOnlyList<LabelledUtterance> Utterances);

/// <summary>What is labelled in one utterance.</summary>
sealed record LabelledUtterance(string Talk, int N, string Speaker, string Text, IReadOnlyList<Tag> Tags)
{
    public string Ref => $"talk:{Talk}#{N.ToString(CultureInfo.InvariantCulture)}";
}

sealed record Tag(string Name, string? By, DateOnly? Due, string? Ref);

sealed record LabelledBrief(string Manager, string Report, DateOnly AsOf, IReadOnlySet<string> OpenCommitments);

sealed record DatedText(string Ref, DateOnly Date, string Person, string Text);

/// <summary>The parts of a labelled bundle that commitments are measured on.</summary>
sealed record LabelledCompany(
    string Name, IReadOnlyList<LabelledTalk> Talks, IReadOnlyList<LabelledBrief> Briefs, IReadOnlyList<DatedText> CheckIns, IReadOnlyList<DatedText> Work)
{
    public static LabelledCompany Read(string folder)
    {
        var utterances = Lines(folder, "utterances").Select(Utterance).ToLookup(u => u.Talk);
        return new(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
            [.. Rows(folder, "conversations/index.csv", row => new LabelledTalk(
                row("id"), Day(row("date")), row("manager_id"), row("report_id"), [.. utterances[row("id")].OrderBy(u => u.N)])).OrderBy(t => t.Date)],
            [.. Lines(folder, "briefs").Select(b => new LabelledBrief(
                b.GetProperty("manager").GetString()!, b.GetProperty("report").GetString()!, Day(b.GetProperty("as_of").GetString()!),
                b.GetProperty("open_commitments").EnumerateArray().Select(r => r.GetString()!).ToHashSet()))],
            [.. Rows(folder, "check-ins.csv", row => new DatedText($"goal:{row("goal_id")}@{row("date")}", Day(row("date")), row("author_id"), row("note")))],
            [.. Rows(folder, "work.csv", row => new DatedText($"work:{row("id")}", Day(row("date")), row("person_id"), $"{row("title")} {row("text")}"))]);
    }

    static LabelledUtterance Utterance(JsonElement line) => new(
        line.GetProperty("talk").GetString()!, line.GetProperty("n").GetInt32(), line.GetProperty("speaker").GetString()!, line.GetProperty("text").GetString()!,
        [.. line.GetProperty("tags").EnumerateArray().Select(t => new Tag(
            t.GetProperty("tag").GetString()!, Value(t, "by"), Value(t, "due") is { } due ? Day(due) : null,
            Value(t, "ref") is { } to ? to.StartsWith("talk:", StringComparison.Ordinal) ? to : "talk:" + to : null))]);

    static string? Value(JsonElement tag, string name) =>
        tag.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static IEnumerable<JsonElement> Lines(string folder, string labels) =>
        File.ReadLines(Path.Combine(folder, "labels", labels + ".jsonl")).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);

    static List<T> Rows<T>(string folder, string file, Func<Func<string, string>, T> make)
    {
        using var csv = CsvDataReader.Create(Path.Combine(folder, file));
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(make(column => csv.GetString(csv.GetOrdinal(column))));
        return rows;
    }
}
