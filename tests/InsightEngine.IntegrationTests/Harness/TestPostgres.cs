using InsightEngine.Api.Hosting;
using InsightEngine.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace InsightEngine.IntegrationTests.Harness;

/// <summary>One PostgreSQL server for the whole run, with a database that is migrated once and copied for every class of tests.</summary>
static class TestPostgres
{
    static readonly string Folder = Path.Combine(Path.GetTempPath(), $"insight-tests-{Guid.NewGuid():N}");
    static readonly Lazy<Task<PrivatePostgres>> Server = new(StartAsync);
    static readonly SemaphoreSlim OneCopyAtATime = new(1);

    /// <summary>A new, empty, migrated database, as each role sees it.</summary>
    public static async Task<TestDatabase> CopyAsync()
    {
        var server = await Server.Value;
        var name = $"copy_{Guid.NewGuid():N}";
        await OneCopyAtATime.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(In(server.SuperuserConnectionString, "postgres"));
            await connection.OpenAsync();
            var template = new NpgsqlConnectionStringBuilder(server.OwnerConnectionString);
            await using var copy = new NpgsqlCommand($"create database {name} template {template.Database} owner {template.Username}", connection);
            await copy.ExecuteNonQueryAsync();
        }
        finally
        {
            OneCopyAtATime.Release();
        }
        return new(In(server.ConnectionString, name), In(server.OwnerConnectionString, name), In(server.SuperuserConnectionString, name));
    }

    /// <summary>After the last test.</summary>
    public static async Task StopAsync()
    {
        if (!Server.IsValueCreated)
            return;
        await (await Server.Value).DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    static async Task<PrivatePostgres> StartAsync()
    {
        var server = await PrivatePostgres.StartAsync(Folder, NullLogger.Instance, CancellationToken.None, durable: false);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Insight"] = server.ConnectionString,
            ["ConnectionStrings:InsightOwner"] = server.OwnerConnectionString,
        }).Build();
        await using (await ServiceDatabase.OpenAsync(configuration, null, CancellationToken.None))
            return server;
    }

    static string In(string connectionString, string database) => new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;
}

/// <summary>Connections to one database: as the serving role, as the owner of the tables, and as a superuser whom nothing binds.</summary>
public sealed record TestDatabase(string App, string Owner, string Superuser)
{
    /// <summary>The first column of what a superuser reads there.</summary>
    public async Task<List<T>> ReadAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<T>();
        while (await rows.ReadAsync())
            read.Add(rows.GetFieldValue<T>(0));
        return read;
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
