using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InsightEngine.Signals;
using InsightEngine.Signals.Training;
using Sylvan.Data.Csv;

namespace InsightEngine.Evaluation.Signals;

/// <summary>Labelled talks as they lie in <c>evaluation/fixtures</c>: companies with a folder <c>labels</c>, and the banks.</summary>
sealed record SignalFixtures(IReadOnlyList<LabelledTalk> Companies, IReadOnlyList<LabelledTalk> Bank, string Hash)
{
    static readonly string[] BankFiles = ["snippets.jsonl", "talks-bank.jsonl", "talks-bank-2.jsonl"];

    public static SignalFixtures Read(string folder)
    {
        var companies = Directory.EnumerateDirectories(folder).Where(c => File.Exists(LabelsOf(c))).Order(StringComparer.Ordinal).ToList();
        var bank = BankFiles.Select(file => Path.Combine(folder, "banks", file)).ToList();
        return new(
            [.. companies.SelectMany(ReadCompany)], [.. bank.SelectMany(ReadBank)],
            HashOf([.. bank, .. companies.SelectMany(c => new[] { LabelsOf(c), PeopleOf(c), TalksOf(c) })]));
    }

    static string LabelsOf(string company) => Path.Combine(company, "labels", "utterances.jsonl");

    static string PeopleOf(string company) => Path.Combine(company, "people.csv");

    static string TalksOf(string company) => Path.Combine(company, "conversations", "index.csv");

    static IEnumerable<LabelledTalk> ReadCompany(string company)
    {
        var people = Rows(PeopleOf(company)).Select(row => row["name"]).ToList();
        var talks = Rows(TalksOf(company)).ToDictionary(row => row["id"]);
        return Lines(LabelsOf(company)).GroupBy(line => line.GetProperty("talk").GetString()!).Select(lines =>
        {
            var (manager, report) = (talks[lines.Key]["manager_id"], talks[lines.Key]["report_id"]);
            TalkTurn Turn(JsonElement line) => new(RoleOf(line.GetProperty("speaker").GetString()!, manager, report), line.GetProperty("text").GetString()!);
            return new LabelledTalk(
                Path.GetFileName(company), report, [.. lines.Select(Turn)],
                [.. lines.Select(line => Set(line.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("tag").GetString()!)))], people);
        });
    }

    static IEnumerable<LabelledTalk> ReadBank(string file) => Lines(file).Select(talk =>
    {
        var turns = talk.GetProperty("turns").EnumerateArray().ToList();
        IEnumerable<string> Tags(JsonElement turn) =>
            turn.TryGetProperty("tags", out var tags) ? tags.EnumerateArray().Select(tag => tag.GetString()!.Split(' ')[0]) : [];
        return new LabelledTalk(
            Path.GetFileNameWithoutExtension(file), talk.GetProperty("id").GetString()!,
            [.. turns.Select(turn => new TalkTurn(turn.GetProperty("s").GetString() == "M" ? TalkRole.Manager : TalkRole.Report, turn.GetProperty("t").GetString()!))],
            [.. turns.Select(turn => Set(Tags(turn)))], []);
    });

    static TalkRole RoleOf(string speaker, string manager, string report) =>
        speaker == manager ? TalkRole.Manager : speaker == report ? TalkRole.Report : TalkRole.Other;

    static HashSet<string> Set(IEnumerable<string> tags) => [.. tags];

    static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    static List<Dictionary<string, string>> Rows(string file)
    {
        var rows = new List<Dictionary<string, string>>();
        using var csv = CsvDataReader.Create(file);
        while (csv.Read())
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        return rows;
    }

    static string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
