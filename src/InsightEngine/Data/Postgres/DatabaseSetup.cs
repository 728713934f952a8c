using Npgsql;

namespace InsightEngine.Data.Postgres;

/// <summary>
/// Roles, database and extension. The statements can run again after a killed start; a marker keeps them from costing time
/// on every other one.
/// </summary>
static class DatabaseSetup
{
    public const string Owner = "insight_owner";
    public const string App = "insight_app";

    // The database that every cluster has; it shares the superuser's name by PostgreSQL's custom.
    const string Maintenance = "postgres";

    // To be raised with a change below.
    const int Revision = 1;

    public static async Task RunAsync(Cluster cluster, Passwords passwords, CancellationToken ct)
    {
        var marker = Path.Combine(cluster.Folder, "insight.ready");
        var wanted = $"{Revision}, pgvector {cluster.Binaries.VectorVersion}";
        if (File.Exists(marker) && await File.ReadAllTextAsync(marker, ct) == wanted)
            return;
        var database = PrivatePostgres.Database;
        await ExecuteAsync(cluster, passwords, Maintenance, [Role(Owner, passwords.Owner), Role(App, passwords.App)], ct);
        if (!await ExistsAsync(cluster, passwords, ct))
            await ExecuteAsync(cluster, passwords, Maintenance, [$"create database {database} owner {Owner} template template0"], ct);
        await ExecuteAsync(cluster, passwords, database,
        [
            "create extension if not exists vector",
            "alter extension vector update",
            $"revoke all on database {database} from public",
            $"grant connect, temporary on database {database} to {App}",
            $"grant usage on schema public to {App}",
            $"alter default privileges for role {Owner} grant usage on schemas to {App}",
            $"alter default privileges for role {Owner} grant select, insert, update, delete on tables to {App}",
            $"alter default privileges for role {Owner} grant usage, select on sequences to {App}",
            $"alter default privileges for role {Owner} grant execute on functions to {App}",
            // A failed statement and the row that it failed on hold what people said: not for the log.
            $"alter database {database} set log_min_error_statement = 'panic'",
            $"alter database {database} set log_error_verbosity = 'terse'",
        ], ct);
        await File.WriteAllTextAsync(marker, wanted, ct);
    }

    static string Role(string name, string password) => $"""
        do $do$ begin
          if not exists (select from pg_roles where rolname = '{name}') then create role {name}; end if;
          alter role {name} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
            password '{password.Replace("'", "''", StringComparison.Ordinal)}';
        end $do$
        """;

    static async Task<bool> ExistsAsync(Cluster cluster, Passwords passwords, CancellationToken ct)
    {
        await using var connection = Connection(cluster, passwords, Maintenance);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection)
        {
            Parameters = { new() { Value = PrivatePostgres.Database } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    static async Task ExecuteAsync(Cluster cluster, Passwords passwords, string database, string[] statements, CancellationToken ct)
    {
        await using var connection = Connection(cluster, passwords, database);
        await connection.OpenAsync(ct);
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    static NpgsqlConnection Connection(Cluster cluster, Passwords passwords, string database) =>
        new(cluster.ConnectionString(Cluster.Superuser, passwords.Superuser, database, poolSize: 0));
}
