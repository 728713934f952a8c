using System.Runtime.Versioning;
using InsightEngine.Data.Postgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InsightEngine.Data;

/// <summary>
/// The embedded default: a PostgreSQL server of the service's own, kept in the data folder and reached through a unix
/// socket alone. One process holds a folder at a time; what a killed one left behind is cleared at the next start.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    internal const string Database = "insight";

    readonly Cluster cluster;
    readonly FolderLock folderLock;
    readonly ILogger log;
    bool stopped;

    PrivatePostgres(Cluster cluster, FolderLock folderLock, Passwords passwords, ILogger log)
    {
        (this.cluster, this.folderLock, this.log) = (cluster, folderLock, log);
        OwnerConnectionString = cluster.ConnectionString(DatabaseSetup.Owner, passwords.Owner, Database, poolSize: 5);
        ConnectionString = cluster.ConnectionString(DatabaseSetup.App, passwords.App, Database, poolSize: 80);
        SuperuserConnectionString = cluster.ConnectionString(Cluster.Superuser, passwords.Superuser, Database, poolSize: 0);
    }

    /// <summary>Owner of the database and of its tables: for migrations, never to serve with.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>The unprivileged role that serves: row-level security binds it, and it can create no table.</summary>
    public string ConnectionString { get; }

    /// <summary>Bound by nothing: for tests, which copy databases and look behind the walls between tenants.</summary>
    internal string SuperuserConnectionString { get; }

    /// <summary>Where a service keeps its data when nobody says. Root's own home is closed to the user that runs PostgreSQL for root.</summary>
    public static string DefaultDataFolder()
    {
        if (Environment.IsPrivilegedProcess)
            return "/var/lib/insightengine";
        var share = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(share) || !Path.IsPathRooted(share))
            share = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return Path.Combine(share, "insightengine");
    }

    /// <summary>Makes the database on the first call, starts it, and returns once it answers.</summary>
    /// <param name="dataFolder">Made if it does not exist.</param>
    /// <param name="log">Told of the steps that take time or that a person should know of.</param>
    /// <param name="ct">Stops the start, and the server if it had started.</param>
    /// <param name="durable">False gives up safety against power loss for speed: for tests.</param>
    /// <exception cref="PrivatePostgresException">The folder is held, or the server is missing, too old or will not start.</exception>
    public static async Task<PrivatePostgres> StartAsync(string dataFolder, ILogger log, CancellationToken ct, bool durable = true)
    {
        if (OperatingSystem.IsWindows())
            throw new PrivatePostgresException("The embedded database runs on Linux and macOS: use `docker compose up`, or set ConnectionStrings__Insight.");
        try
        {
            dataFolder = DataFolder.Make(dataFolder);
            var user = await ServerUser.ForAsync(Path.Combine(dataFolder, Cluster.FolderName), ct);
            dataFolder = await DataFolder.EnterAsync(dataFolder, user, ct);
            var folderLock = FolderLock.Take(dataFolder);
            try
            {
                return await StartAsync(dataFolder, folderLock, user, durable, log, ct);
            }
            catch
            {
                folderLock.Dispose();
                throw;
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PrivatePostgresException(
                $"{e.Message} The data folder {dataFolder} belongs to another user: start as that user, or choose another folder with --data.");
        }
    }

    [UnsupportedOSPlatform("windows")]
    static async Task<PrivatePostgres> StartAsync(
        string dataFolder, FolderLock folderLock, ServerUser user, bool durable, ILogger log, CancellationToken ct)
    {
        var folder = Path.Combine(dataFolder, Cluster.FolderName);
        var binaries = await ServerBinaries.FindAsync(folder, ct);
        var cluster = new Cluster(binaries, user, folder, await SocketFolder.MakeAsync(folder, user, ct));
        await Orphans.StopAsync(cluster, log, ct);
        if (!cluster.Exists)
        {
            log.CreatingDatabase(folder, binaries.Version);
            await cluster.CreateAsync(durable, ct);
        }
        var passwords = Passwords.Read(folder);
        cluster.Configure(durable);
        try
        {
            await cluster.StartAsync(ct);
            await DatabaseSetup.RunAsync(cluster, passwords, ct);
        }
        catch
        {
            await cluster.StopAsync();
            throw;
        }
        log.DatabaseStarted(binaries.Version, binaries.VectorVersion, folder);
        return new PrivatePostgres(cluster, folderLock, passwords, log);
    }

    /// <summary>Stops the server, ending the connections that are still open, and frees the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopped)
            return;
        stopped = true;
        // Or the next server on this folder, in this process, would be met with dead connections.
        foreach (var used in (string[])[ConnectionString, OwnerConnectionString])
        {
            await using var connection = new NpgsqlConnection(used);
            NpgsqlConnection.ClearPool(connection);
        }
        await cluster.StopAsync();
        folderLock.Dispose();
        log.DatabaseStopped();
    }
}
