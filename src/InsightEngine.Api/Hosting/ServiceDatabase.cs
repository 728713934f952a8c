using Hangfire.PostgreSql;
using InsightEngine.Data;
using Npgsql;

namespace InsightEngine.Api.Hosting;

/// <summary>The database that the service runs on: the one configured in <c>ConnectionStrings:Insight</c>, else a private one in the data folder.</summary>
sealed class ServiceDatabase : IAsyncDisposable
{
    readonly PrivatePostgres? own;

    ServiceDatabase(string connectionString, string ownerConnectionString, PrivatePostgres? own) =>
        (ConnectionString, OwnerConnectionString, this.own) = (connectionString, ownerConnectionString, own);

    public string ConnectionString { get; }
    public string OwnerConnectionString { get; }

    /// <summary>Starts or finds the database and migrates it.</summary>
    public static async Task<ServiceDatabase> OpenAsync(IConfiguration configuration, string? dataFolder, CancellationToken ct)
    {
        ServiceDatabase database;
        if (configuration.GetConnectionString("Insight") is { Length: > 0 } configured)
            database = new(configured, configuration.GetConnectionString("InsightOwner") is { Length: > 0 } owner ? owner : configured, null);
        else
        {
            using var loggers = LoggerFactory.Create(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddConsole());
            var own = await PrivatePostgres.StartAsync(dataFolder ?? PrivatePostgres.DefaultDataFolder(), loggers.CreateLogger<PrivatePostgres>(), ct);
            database = new(own.ConnectionString, own.OwnerConnectionString, own);
        }
        try
        {
            await database.PrepareAsync(ct);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    async Task PrepareAsync(CancellationToken ct)
    {
        await PrepareDatabase.MigrateAsync(OwnerConnectionString, owner => { PostgreSqlObjectsInstaller.Install(owner, "hangfire"); return Task.CompletedTask; }, ct);
        await PrepareDatabase.GrantAsync(OwnerConnectionString, new NpgsqlConnectionStringBuilder(ConnectionString).Username!, ct);
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await PrepareDatabase.RefuseUnboundRoleAsync(source, ct);
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
