using System.Text.Json;
using InsightEngine.Evidence.Transcripts;
using Sylvan.Data.Csv;

namespace InsightEngine.Tests.Evidence.Transcripts;

/// <summary>A talk of the fixtures with its utterances as they were spoken.</summary>
sealed record LabelledTalk(
    string Name, TranscriptFormat Format, string Raw, IReadOnlyList<Participant> Participants, IReadOnlyList<Participant> People,
    IReadOnlyList<(string Speaker, string Text)> Spoken)
{
    public static IEnumerable<LabelledTalk> ReadAll()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "InsightEngine.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("InsightEngine.sln is in no folder above the tests.");
        return Directory.EnumerateFiles(Path.Combine(root.FullName, "evaluation", "fixtures"), "index.csv", SearchOption.AllDirectories)
            .Order().SelectMany(index => ReadCompany(Path.GetDirectoryName(Path.GetDirectoryName(index)!)!));
    }

    public override string ToString() => Name;

    static IEnumerable<LabelledTalk> ReadCompany(string folder)
    {
        var people = ReadRows(Path.Combine(folder, "people.csv")).Select(row => new Participant(row["id"], row["name"], row["email"])).ToList();
        var spoken = File.ReadLines(Path.Combine(folder, "labels", "utterances.jsonl"))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .ToLookup(line => line.GetProperty("talk").GetString()!, line => (line.GetProperty("speaker").GetString()!, line.GetProperty("text").GetString()!));
        return ReadRows(Path.Combine(folder, "conversations", "index.csv")).Select(row => new LabelledTalk(
            $"{Path.GetFileName(folder)} {row["id"]}", Enum.Parse<TranscriptFormat>(row["format"], ignoreCase: true),
            TranscriptText.Decode(File.ReadAllBytes(Path.Combine(folder, "conversations", row["file"]))),
            people.Where(person => person.Id == row["manager_id"] || person.Id == row["report_id"]).ToList(), people, spoken[row["id"]].ToList()));
    }

    static List<Dictionary<string, string>> ReadRows(string file)
    {
        var rows = new List<Dictionary<string, string>>();
        using var csv = CsvDataReader.Create(file);
        while (csv.Read())
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(column => csv.GetName(column), csv.GetString));
        return rows;
    }
}
