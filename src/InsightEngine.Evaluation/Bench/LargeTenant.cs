using InsightEngine.Language;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InsightEngine.Evaluation.Bench;

/// <summary>
/// A tenant of any size on a database of its own: a company, imported with vectors that say nothing, and copies of its rows under
/// new ids. The heads of the copies report to one another, so that it is one large company.
/// </summary>
sealed class LargeTenant : IAsyncDisposable
{
    public const string Id = "company";

    /// <summary>In the order of their foreign keys; those of a step are filled at once.</summary>
    static readonly string[][] Steps = [["people"], ["goals"], ["check_ins", "feedback", "work_events", "conversations"], ["utterances", "passages"]];

    LargeTenant(BenchDatabase database, int passages, (string Manager, string Report)[] pairs) =>
        (Database, Passages, Pairs) = (database, passages, pairs);

    public BenchDatabase Database { get; }
    public int Passages { get; }

    /// <summary>Every manager with each of their direct reports.</summary>
    public IReadOnlyList<(string Manager, string Report)> Pairs { get; }

    public static async Task<LargeTenant> MakeAsync(int passages, CancellationToken ct)
    {
        var database = await BenchDatabase.StartAsync(new RandomEmbedder(), ct);
        try
        {
            await database.CreateTenantAsync(Id, ct);
            using (var zip = FixtureCompany.Zip())
                await database.ImportAsync(Id, zip, ct);
            var own = await CountAsync(database, ct);
            await using (var source = NpgsqlDataSource.Create(database.OwnerConnectionString))
                await CopyAsync(source, (int)Math.Round((double)passages / own) - 1, ct);
            var pairs = await database.AsTenantAsync(
                Id, (_, db) => db.People.Where(p => p.ManagerId != null).OrderBy(p => p.Id).Select(p => new { p.ManagerId, p.Id }).ToListAsync(ct), ct);
            return new(database, await CountAsync(database, ct), [.. pairs.Select(p => (p.ManagerId!, p.Id))]);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    static Task<int> CountAsync(BenchDatabase database, CancellationToken ct) => database.AsTenantAsync(Id, (_, db) => db.Passages.CountAsync(ct), ct);

    static async Task CopyAsync(NpgsqlDataSource source, int copies, CancellationToken ct)
    {
        // Filling these row by row takes several times as long as making them anew.
        var indexes = await ReadAsync(source, "select indexname, indexdef from pg_indexes where tablename = 'passages' and indexdef like '%using gin%'", ct);
        foreach (var (name, _) in indexes)
            await ExecuteAsync(source, $"drop index {name}", ct);
        foreach (var step in Steps)
            await Task.WhenAll(step.Select(async table => await ExecuteAsync(source, await CopySqlAsync(source, table, copies, ct), ct)));
        await Task.WhenAll(indexes.Select(index => ExecuteAsync(source, index.Value, ct)));
        await ExecuteAsync(source, "vacuum analyze", ct, wall: false);
    }

    static async Task<string> CopySqlAsync(NpgsqlDataSource source, string table, int copies, CancellationToken ct)
    {
        var columns = await ReadAsync(
            source,
            $"select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = '{table}' and is_generated = 'NEVER'", ct);
        var id = columns.Select(c => c.Key).First(c => c is "id" or "conversation_id" or "source_id");
        return $"""
            insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c.Key}\""))})
            select {string.Join(", ", columns.Select(c => Copied(c.Key)))}
            from {table} cross join generate_series(1, {copies}) n where {id} not like '%~%'
            """;
    }

    static readonly string Turn = $"(1 + n % {EmbeddingModel.Dimensions - 1})";

    static string Copied(string column) => column switch
    {
        "tenant_id" => column,
        // The head of a copy reports to the head of an earlier one.
        "manager_id" => "case when manager_id is null and n < 8 then id when manager_id is null then n / 8 || '~' || id else n || '~' || manager_id end",
        "people" => "array(select n || '~' || person from unnest(people) person)",
        // Turned by some places it is another vector of the same length.
        "embedding" => $"subvector(embedding, {Turn} + 1, {EmbeddingModel.Dimensions} - {Turn}) || subvector(embedding, 1, {Turn})",
        _ when column == "id" || column.EndsWith("_id", StringComparison.Ordinal) => $"n || '~' || {column}",
        _ => $"\"{column}\"",
    };

    static async Task<List<KeyValuePair<string, string>>> ReadAsync(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var read = new List<KeyValuePair<string, string>>();
        while (await rows.ReadAsync(ct))
            read.Add(new(rows.GetString(0), rows.GetString(1)));
        return read;
    }

    static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken ct, bool wall = true)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(wall ? $"select set_config('app.tenant', '{Id}', false); {sql}" : sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
