using System.Globalization;
using System.Runtime.Versioning;
using Npgsql;

namespace InsightEngine.Data.Postgres;

/// <summary>One PostgreSQL cluster on disk: made, configured, started and stopped with the server's own tools.</summary>
sealed class Cluster(ServerBinaries binaries, ServerUser user, string folder, string socketFolder)
{
    public const string FolderName = "postgres";
    public const string Superuser = "postgres";

    const long LargestLog = 10 << 20;
    const int LinesOfLog = 15;

    readonly string logFile = Path.Combine(folder, "server.log");

    public string Folder => folder;

    public ServerBinaries Binaries => binaries;

    public bool Exists => File.Exists(Path.Combine(folder, "PG_VERSION"));

    /// <summary>The first line of the file that a running server keeps; a killed one leaves it behind.</summary>
    public int? PostmasterPid
    {
        get
        {
            var file = Path.Combine(folder, "postmaster.pid");
            return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), out var pid) ? pid : null;
        }
    }

    public void ForgetPostmaster() => File.Delete(Path.Combine(folder, "postmaster.pid"));

    public string ConnectionString(string role, string password, string database, int poolSize) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Port = ClusterSettings.Port,
        Database = database,
        Username = role,
        Password = password,
        ApplicationName = "insightengine",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        Pooling = poolSize > 0,
        MaxPoolSize = Math.Max(1, poolSize),
    }.ConnectionString;

    /// <summary>Built beside its place and moved there whole: a start that was killed leaves no half cluster.</summary>
    [UnsupportedOSPlatform("windows")]
    public async Task CreateAsync(bool durable, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new PrivatePostgresException($"{folder} holds files and no PostgreSQL database: move it away, or choose another folder with --data.");
        var building = $"{folder}.new";
        var passwordFile = $"{folder}.password";
        if (Directory.Exists(building))
            Directory.Delete(building, recursive: true);
        var passwords = Passwords.Random();
        try
        {
            Directory.CreateDirectory(building);
            await user.OwnAsync(building, ct);
            Passwords.WritePrivate(passwordFile, passwords.Superuser);
            await user.OwnAsync(passwordFile, ct);
            string[] locale = OperatingSystem.IsMacOS() ? ["--locale=C", "--lc-ctype=UTF-8"] : ["--locale=C.UTF-8"];
            string[] sync = durable ? [] : ["--no-sync"];
            var made = await user.RunAsync(
                binaries.Tool("initdb"),
                ["-D", building, "-U", Superuser, "-E", "UTF8", .. locale, "-A", "scram-sha-256", "--data-checksums", $"--pwfile={passwordFile}", .. sync],
                ct);
            if (!made.Succeeded)
                throw new PrivatePostgresException($"PostgreSQL could not make a database in {building}. Fix what it names and start again:\n{made.Everything}");
        }
        finally
        {
            File.Delete(passwordFile);
        }
        passwords.Write(building);
        ClusterSettings.WriteOnce(building);
        // Written here so that it belongs to the server's user; each start fills it anew.
        await File.WriteAllTextAsync(Path.Combine(building, ClusterSettings.FileName), "", ct);
        await user.OwnAsync(building, ct);
        if (Directory.Exists(folder))
            Directory.Delete(folder);
        Directory.Move(building, folder);
    }

    /// <summary>On every start, so that a new release of the engine or a moved folder needs no migration of files.</summary>
    public void Configure(bool durable) =>
        File.WriteAllText(Path.Combine(folder, ClusterSettings.FileName), ClusterSettings.Render(socketFolder, durable));

    /// <summary>pg_ctl gives the server a session of its own, so that a terminal's Ctrl-C reaches the service alone.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var log = new FileInfo(logFile);
        if (log.Exists && log.Length > LargestLog)
            log.MoveTo($"{logFile}.1", overwrite: true);
        var logged = File.Exists(logFile) ? new FileInfo(logFile).Length : 0;
        // Long, as a server that was killed first replays its journal.
        var started = await user.RunAsync(binaries.Tool("pg_ctl"), ["start", "-D", folder, "-l", logFile, "-w", "-s", "-t", "300"], ct);
        if (!started.Succeeded)
            throw new PrivatePostgresException(
                $"PostgreSQL did not start in {folder}. Fix what the end of its log names ({logFile}) and start again:\n{EndOfLog(logged, started.Everything)}");
    }

    /// <summary>Ends open connections and writes all to disk; a server that does not obey within a minute is made to.</summary>
    public async Task StopAsync()
    {
        foreach (var (mode, seconds) in ((string, int)[])[("fast", 60), ("immediate", 20)])
        {
            if (PostmasterPid is null)
                break;
            await user.RunAsync(
                binaries.Tool("pg_ctl"),
                ["stop", "-D", folder, "-m", mode, "-w", "-s", "-t", seconds.ToString(CultureInfo.InvariantCulture)],
                CancellationToken.None);
        }
        if (PostmasterPid is null)
            SocketFolder.Remove(socketFolder, folder);
    }

    string EndOfLog(long from, string otherwise)
    {
        if (!File.Exists(logFile))
            return otherwise;
        using var stream = new FileStream(logFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(Math.Min(from, stream.Length), SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? otherwise : string.Join('\n', lines.TakeLast(LinesOfLog));
    }
}
