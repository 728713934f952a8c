using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace InsightEngine.Data.Postgres;

/// <summary>
/// Where the unix socket lies: in the cluster's own folder, which is private, or in a short private one where that path is
/// longer than a socket's may be or has characters that a connection string reads as a list of hosts.
/// </summary>
static class SocketFolder
{
    // 107 bytes on Linux, 103 on macOS, less the socket's own name.
    const int Longest = 103 - 18;

    static readonly SearchValues<char> Unsafe = SearchValues.Create(",:;='\"");

    // Whoever made the folder first must be us: /tmp is open to all.
    const string MakeOurs = """mkdir -m 700 "$1" 2>/dev/null || { [ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && chmod 700 "$1"; }""";

    public static async Task<string> MakeAsync(string clusterFolder, ServerUser user, CancellationToken ct)
    {
        if (Encoding.UTF8.GetByteCount(clusterFolder) <= Longest && clusterFolder.AsSpan().IndexOfAny(Unsafe) < 0)
            return clusterFolder;
        var runtime = user.UidAndGid is null ? Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") : null;
        var name = $"insightengine-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clusterFolder)))[..12]}";
        var folder = Path.Combine(Directory.Exists(runtime) ? runtime : "/tmp", name);
        var made = await user.RunAsync("sh", ["-c", MakeOurs, "sh", folder], ct);
        return made.Succeeded
            ? folder
            : throw new PrivatePostgresException($"{folder}, for the database's socket, belongs to another user: remove it, or choose a data folder with a shorter path.");
    }

    public static void Remove(string socketFolder, string clusterFolder)
    {
        if (socketFolder != clusterFolder && Directory.Exists(socketFolder) && !Directory.EnumerateFileSystemEntries(socketFolder).Any())
            Directory.Delete(socketFolder);
    }
}
