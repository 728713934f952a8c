using Npgsql;

namespace InsightEngine.Processing;

/// <summary>Held while an import runs; the database frees it when the holder's connection ends, however it ends.</summary>
sealed class ImportLock : IAsyncDisposable
{
    readonly NpgsqlConnection connection;

    ImportLock(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Null while another worker has it.</summary>
    public static async Task<ImportLock?> TryTakeAsync(NpgsqlDataSource source, string importId, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = importId } } };
        if (await command.ExecuteScalarAsync(ct) is true)
            return new(connection);
        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        // Closing gives the connection back to the pool, which would keep the lock.
        await using (var command = new NpgsqlCommand("select pg_advisory_unlock_all()", connection))
            await command.ExecuteNonQueryAsync();
        await connection.DisposeAsync();
    }
}
