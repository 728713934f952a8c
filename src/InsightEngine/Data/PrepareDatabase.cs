using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InsightEngine.Data;

/// <summary>Brings a database to the state that this version needs. Many processes may call it at once.</summary>
public static class PrepareDatabase
{
    const long LockId = 0x1_4E5_1687;

    /// <summary>Migrates as the owner, under a lock; <paramref name="alsoInstall"/> adds what a host needs there (the schema of its job queue).</summary>
    public static async Task MigrateAsync(string ownerConnectionString, Func<NpgsqlConnection, Task> alsoInstall, CancellationToken ct)
    {
        await using var source = InsightDb.CreateSource(ownerConnectionString);
        await using var connection = await source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_lock({LockId})", ct);
        var options = new DbContextOptionsBuilder<InsightDb>();
        InsightDb.Configure(options, source);
        await using (var db = new InsightDb(options.Options))
            await db.Database.MigrateAsync(ct);
        await alsoInstall(connection);
        await ExecuteAsync(connection, $"select pg_advisory_unlock({LockId})", ct);
    }

    /// <summary>Lets the role of the service use what the owner has made, also what later versions make.</summary>
    public static async Task GrantAsync(string ownerConnectionString, string role, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var connection = await source.OpenConnectionAsync(ct);
        var name = '"' + role.Replace("\"", "\"\"") + '"';
        foreach (var schema in new[] { "public", "hangfire" })
            await ExecuteAsync(
                connection,
                $"""
                grant usage on schema {schema} to {name};
                grant select, insert, update, delete on all tables in schema {schema} to {name};
                grant usage, select, update on all sequences in schema {schema} to {name};
                """, ct);
    }

    /// <summary>Refuses a role that row-level security does not bind. Throws <see cref="UnboundRoleException"/> that says what to do.</summary>
    public static async Task RefuseUnboundRoleAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)");
        if (await command.ExecuteScalarAsync(ct) is string role)
            throw new UnboundRoleException(
                $"The role '{role}' of ConnectionStrings__Insight is a superuser or has BYPASSRLS, so nothing would keep tenants apart. "
                + "Serve with an unprivileged role, and give the owner's connection in ConnectionStrings__InsightOwner for migrations.");
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>The service was given a database role that could see every tenant.</summary>
public sealed class UnboundRoleException(string message) : Exception(message);
