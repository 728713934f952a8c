using System.IO.Compression;

namespace InsightEngine.Signals.Training;

/// <summary>ML.NET writes the time into its model files; without it, equal models are equal files.</summary>
static class NormalisedZip
{
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream zip, string file)
    {
        using var source = new ZipArchive(zip, ZipArchiveMode.Read);
        using var target = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = NoTime;
            using var from = entry.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }
}
