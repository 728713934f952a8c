using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json;

namespace InsightEngine.Data.Postgres;

/// <summary>The roles' passwords: random, kept with the cluster that knows them, readable by its user alone.</summary>
sealed record Passwords(string Superuser, string Owner, string App)
{
    const string FileName = "insight-passwords.json";

    public static Passwords Random() => new(Secret(), Secret(), Secret());

    public static Passwords Read(string clusterFolder)
    {
        var file = Path.Combine(clusterFolder, FileName);
        try
        {
            if (JsonSerializer.Deserialize<Passwords>(File.ReadAllText(file)) is { Superuser: not null, Owner: not null, App: not null } passwords)
                return passwords;
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException)
        {
            // The message below says it all.
        }
        throw new PrivatePostgresException(
            $"The database's passwords in {file} are missing or damaged: put the file back from a backup, or move {clusterFolder} away to start empty.");
    }

    [UnsupportedOSPlatform("windows")]
    public void Write(string clusterFolder) => WritePrivate(Path.Combine(clusterFolder, FileName), JsonSerializer.Serialize(this));

    /// <summary>A new file that nobody else could read at any moment, on disk when this returns.</summary>
    [UnsupportedOSPlatform("windows")]
    public static void WritePrivate(string file, string text)
    {
        File.Delete(file);
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var writer = new StreamWriter(stream);
        writer.Write(text);
        writer.Flush();
        stream.Flush(flushToDisk: true);
    }

    static string Secret() => RandomNumberGenerator.GetHexString(48, lowercase: true);
}
