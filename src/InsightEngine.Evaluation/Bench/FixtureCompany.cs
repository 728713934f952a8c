using System.Globalization;
using System.IO.Compression;
using System.Text;
using Sylvan.Data.Csv;

namespace InsightEngine.Evaluation.Bench;

/// <summary>An invented company of <c>evaluation/fixtures</c> as an import bundle.</summary>
static class FixtureCompany
{
    /// <summary>The last day that it has evidence of.</summary>
    public static readonly DateOnly LastDay = new(2026, 9, 30);

    static readonly string[] Ids =
        ["id", "manager_id", "owner_id", "parent_id", "goal_id", "author_id", "from_id", "to_id", "person_id", "report_id", "file"];

    /// <summary>A zip with so many copies of the company, each with ids of its own.</summary>
    public static MemoryStream Zip(int copies = 1)
    {
        var folder = Find();
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var csv in Directory.GetFiles(folder, "*.csv").Append(Path.Combine(folder, "conversations", "index.csv")))
            {
                using var entry = archive.CreateEntry(Path.GetRelativePath(folder, csv), CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(Copy(csv, copies)));
            }
            foreach (var transcript in Directory.GetFiles(Path.Combine(folder, "conversations")).Where(f => !f.EndsWith(".csv", StringComparison.Ordinal)))
                for (var copy = 0; copy < copies; copy++)
                    archive.CreateEntryFromFile(transcript, $"conversations/{Id(copy, Path.GetFileName(transcript))}", CompressionLevel.Fastest);
        }
        zip.Position = 0;
        return zip;
    }

    static string Copy(string file, int copies)
    {
        using var csv = CsvDataReader.Create(file);
        var columns = csv.GetColumnSchema().Select(c => c.ColumnName).ToArray();
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        while (csv.Read())
            for (var copy = 0; copy < copies; copy++)
                text.AppendJoin(',', columns.Select((column, i) => Field(Ids.Contains(column) ? Id(copy, csv.GetString(i)) : csv.GetString(i)))).Append('\n');
        return text.ToString();
    }

    static string Id(int copy, string id) => copy == 0 || id.Length == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{copy}-{id}");

    static string Field(string value) => value.AsSpan().ContainsAny(",\"\n\r") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "evaluation", "fixtures", "harborlight") is var found && Directory.Exists(found))
                return found;
        throw new DirectoryNotFoundException($"There is no folder evaluation/fixtures/harborlight above {AppContext.BaseDirectory}; run the benchmark in the source tree.");
    }
}
