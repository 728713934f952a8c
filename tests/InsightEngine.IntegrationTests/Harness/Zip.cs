using System.IO.Compression;
using System.Text;

namespace InsightEngine.IntegrationTests.Harness;

/// <summary>Makes bundles.</summary>
sealed class Zip
{
    readonly List<(string Name, byte[] Content)> entries = [];

    public Zip With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public Zip With(string name, byte[] content)
    {
        entries.Add((name, content));
        return this;
    }

    public byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }

    /// <summary>One of the companies that the evaluation is made of, with so many of its talks: they take the models' time.</summary>
    public static byte[] OfCompany(string company, int talks)
    {
        var folder = Path.Combine(SourceTree.Root, "evaluation", "fixtures", company);
        var zip = new Zip();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            zip.With(
                Path.GetRelativePath(folder, file).Replace('\\', '/'),
                Path.GetFileName(file) == "index.csv" ? Encoding.UTF8.GetBytes(string.Join('\n', File.ReadLines(file).Take(talks + 1))) : File.ReadAllBytes(file));
        return zip.ToArray();
    }
}

static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "InsightEngine.sln")) ? folder.FullName : Find(folder.Parent!);
}
