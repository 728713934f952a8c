using System.Runtime.Versioning;

namespace InsightEngine.Data.Postgres;

[UnsupportedOSPlatform("windows")]
static class DataFolder
{
    /// <summary>Private to its user; for root it can be passed through, as the server inside runs as another user.</summary>
    public static string Make(string folder)
    {
        folder = Path.GetFullPath(folder);
        if (Directory.Exists(folder))
            return folder;
        Directory.CreateDirectory(folder);
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (Environment.IsPrivilegedProcess)
            mode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder, mode);
        return folder;
    }

    /// <summary>The folder's path without symbolic links, once the server's user has shown that it can go there.</summary>
    public static async Task<string> EnterAsync(string folder, ServerUser user, CancellationToken ct)
    {
        var entered = await user.RunAsync("sh", ["-c", "cd \"$1\" && pwd -P", "sh", folder], ct);
        if (entered.Succeeded)
            return entered.Output.TrimEnd('\n');
        throw new PrivatePostgresException(
            $"The user {user.Name}, who runs PostgreSQL, cannot enter the data folder {folder}. "
            + $"Choose another with --data, such as {PrivatePostgres.DefaultDataFolder()}, or allow passage with `chmod o+x` on it and the folders above.");
    }
}
