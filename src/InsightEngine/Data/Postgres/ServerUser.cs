namespace InsightEngine.Data.Postgres;

/// <summary>
/// The system's user that PostgreSQL runs as: the service's own or, as the server refuses to run as root, an unprivileged
/// one when the service is root.
/// </summary>
sealed record ServerUser(string Name, string? UidAndGid)
{
    /// <summary>For root: the owner of the cluster that exists, else `postgres`, else `nobody`.</summary>
    public static async Task<ServerUser> ForAsync(string clusterFolder, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerUser(Environment.UserName, null);
        if (!OperatingSystem.IsLinux())
            throw new PrivatePostgresException("PostgreSQL does not run as root: start InsightEngine as your own user.");
        if (Directory.Exists(clusterFolder))
        {
            var owner = await Command.RunAsync("stat", ["-c", "%U %u:%g", clusterFolder], ct);
            if (owner.Succeeded && owner.Output.Trim().Split(' ') is [var name, var ids] && !ids.StartsWith("0:", StringComparison.Ordinal))
                return new ServerUser(name, ids);
        }
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        var user = users.Find(u => u[0] == "postgres") ?? users.Find(u => u[0] == "nobody")
            ?? throw new PrivatePostgresException(
                "PostgreSQL does not run as root, and this machine has neither a user `postgres` nor `nobody`: start InsightEngine as an ordinary user.");
        return new ServerUser(user[0], $"{user[2]}:{user[3]}");
    }

    public Task<CommandResult> RunAsync(string file, IEnumerable<string> arguments, CancellationToken ct)
    {
        if (UidAndGid is null)
            return Command.RunAsync(file, arguments, ct);
        if (!File.Exists("/usr/bin/setpriv") && !File.Exists("/bin/setpriv"))
            throw new PrivatePostgresException(
                "PostgreSQL does not run as root, and `setpriv` is missing: install util-linux, or start InsightEngine as an ordinary user.");
        var ids = UidAndGid.Split(':');
        return Command.RunAsync("setpriv", [$"--reuid={ids[0]}", $"--regid={ids[1]}", "--clear-groups", file, .. arguments], ct);
    }

    /// <summary>Gives a file or folder, and all in it, to this user.</summary>
    public async Task OwnAsync(string path, CancellationToken ct)
    {
        if (UidAndGid is null)
            return;
        var chown = await Command.RunAsync("chown", ["-R", UidAndGid, path], ct);
        if (!chown.Succeeded)
            throw new PrivatePostgresException($"{path} cannot be given to the user {Name}, who runs PostgreSQL: {chown.Everything}");
    }
}
