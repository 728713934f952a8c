using System.IO.Compression;
using System.Text;

namespace InsightEngine.Processing.Bundles;

/// <summary>
/// An import bundle: a zip that has been looked through before anything of it is used. Entries that leave the bundle, lie
/// about their size or unpack to more than the limits are refused, so that nothing is half stored.
/// </summary>
public sealed class Bundle : IDisposable
{
    public const long LargestZip = 256L << 20;
    public const long LargestUnpacked = 2L << 30;
    const int MostEntries = 100_000;

    /// <summary>Text packs ten to one; a hundred and more is a bomb.</summary>
    const int LargestRatio = 200;

    readonly ZipArchive zip;
    readonly Dictionary<string, ZipArchiveEntry> entries;

    Bundle(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries) => (this.zip, this.entries) = (zip, entries);

    /// <summary>Opens a seekable zip and reads all of it once, to know that it can be read. Throws <see cref="BundleException"/>.</summary>
    public static Bundle Open(Stream stream)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            if (zip.Entries.Count > MostEntries)
                throw new BundleException("bundle", $"has {zip.Entries.Count:N0} entries; at most {MostEntries:N0} are taken, so send it in parts");
            var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
            foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
                if (!entries.TryAdd(SafeName(entry), entry))
                    throw new BundleException(Shown(entry.FullName), "is in the zip twice");
            CheckSizes(entries.Values);
            var root = Root(entries.Keys);
            return new(zip, entries.Where(e => e.Key.StartsWith(root, StringComparison.Ordinal)).ToDictionary(e => e.Key[root.Length..], e => e.Value));
        }
        catch (InvalidDataException e)
        {
            zip?.Dispose();
            throw new BundleException("bundle", $"cannot be read as a zip ({e.Message.TrimEnd('.')}); make it again and send it as application/zip");
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public bool Has(string file) => entries.ContainsKey(file);

    public IEnumerable<string> Files => entries.Keys;

    /// <summary>Unpacked length in bytes, checked when the bundle was opened.</summary>
    public long LengthOf(string file) => entries[file].Length;

    public Stream OpenFile(string file) => entries[file].Open();

    public void Dispose() => zip.Dispose();

    /// <summary>A zip of a folder holds that folder: the place of people.csv or of any other file of a bundle is the root.</summary>
    static string Root(IEnumerable<string> names)
    {
        var known = names.Where(n => BundleFiles.All.Any(f => n == f || n.EndsWith("/" + f, StringComparison.Ordinal))).ToList();
        if (known.Count == 0)
            throw new BundleException("bundle", $"holds none of {string.Join(", ", BundleFiles.All)}; put them at the top of the zip");
        var file = known.MinBy(n => n.Length)!;
        return file[..^BundleFiles.All.Where(f => file.EndsWith(f, StringComparison.Ordinal)).Max(f => f.Length)];
    }

    static string SafeName(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':') || name.Split('/').Contains(".."))
            throw new BundleException(Shown(name), "points outside the bundle; use names relative to it, without '..'");
        return name;
    }

    static void CheckSizes(IEnumerable<ZipArchiveEntry> entries)
    {
        var total = 0L;
        var buffer = new byte[81920];
        foreach (var entry in entries)
        {
            // The headers may lie; what comes out of the stream does not.
            using var content = entry.Open();
            for (int read, length = 0; (read = content.Read(buffer)) > 0; length += read)
            {
                total += read;
                if (total > LargestUnpacked)
                    throw new BundleException("bundle", $"unpacks to more than {LargestUnpacked >> 30} GiB; send it in parts");
                if (length > 1 << 20 && length / LargestRatio > entry.CompressedLength)
                    throw new BundleException(Shown(entry.FullName), "unpacks to hundreds of times its size, which no text does; it is refused as a zip bomb");
            }
        }
    }

    /// <summary>Short, and nothing that a JSON column refuses: no NUL, no half of a pair.</summary>
    static string Shown(string name)
    {
        var shown = name.Replace('\0', '\uFFFD');
        return shown.Length <= 100 ? shown : shown[..(char.IsHighSurrogate(shown[99]) ? 99 : 100)] + "…";
    }
}

/// <summary>The files of a bundle, in the order in which they are read: what is referred to comes first.</summary>
public static class BundleFiles
{
    public const string People = "people.csv";
    public const string Goals = "goals.csv";
    public const string CheckIns = "check-ins.csv";
    public const string Feedback = "feedback.csv";
    public const string Work = "work.csv";
    public const string Conversations = "conversations/index.csv";

    public static readonly IReadOnlyList<string> All = [People, Goals, CheckIns, Feedback, Work, Conversations];
}
