using InsightEngine.Language;
using InsightEngine.Passages;
using Npgsql;
using Pgvector;

namespace InsightEngine.Evaluation.Retrieval;

/// <summary>A temporary table of passages, searched with the SQL that the service uses.</summary>
sealed class PassageTable : IAsyncDisposable
{
    const int Found = 100;
    const string OfMeeting = "p.tenant_id = 'qmsum' and p.source_id = @meeting";

    static readonly string ByMeaningSql = $"""
        select p.kind, p.source_id, p.ordinal, 1 - (p.embedding <=> @vector) as score
        from passages p where {OfMeeting} order by p.embedding <=> @vector, p.ordinal limit @limit
        """;

    static readonly string CreateSql = $"""
        create temp table passages (
            tenant_id text, kind text, source_id text, ordinal int, text text, embedding vector({EmbeddingModel.Dimensions}),
            words tsvector generated always as (to_tsvector('english', text)) stored)
        """;

    readonly NpgsqlDataSource source;
    readonly NpgsqlConnection connection;

    PassageTable(NpgsqlDataSource source, NpgsqlConnection connection) =>
        (this.source, this.connection) = (source, connection);

    public static async Task<PassageTable> CreateAsync(string database, CancellationToken ct)
    {
        var builder = new NpgsqlDataSourceBuilder(database);
        builder.UseVector();
        var source = builder.Build();
        var connection = await source.OpenConnectionAsync(ct);
        await Execute(connection, "create extension if not exists vector", ct);
        await connection.ReloadTypesAsync(ct);
        await Execute(connection, CreateSql, ct);
        return new(source, connection);
    }

    public async Task AddAsync(string meeting, IReadOnlyList<string> texts, ReadOnlyMemory<float>[] vectors, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy passages (tenant_id, kind, source_id, ordinal, text, embedding) from stdin (format binary)", ct);
        for (var i = 0; i < texts.Count; i++)
            await copy.WriteRowAsync(ct, "qmsum", "conversation", meeting, i, texts[i], new Vector(vectors[i]));
        await copy.CompleteAsync(ct);
    }

    public Task<List<Ranked<int>>> FindByMeaning(string meeting, ReadOnlyMemory<float> vector, CancellationToken ct) =>
        Find(ByMeaningSql, meeting, new("vector", new Vector(vector)), ct);

    public Task<List<Ranked<int>>> FindByWords(string meeting, string query, CancellationToken ct) =>
        Find(RankByWords.Sql($"select p.kind, p.source_id, p.ordinal, p.words from passages p where {OfMeeting}"), meeting, new("query", query), ct);

    async Task<List<Ranked<int>>> Find(string sql, string meeting, NpgsqlParameter wanted, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(new[] { wanted, new("meeting", meeting), new("limit", Found) });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<Ranked<int>>();
        while (await rows.ReadAsync(ct)) found.Add(new(rows.GetInt32(2), rows.GetDouble(3)));
        return found;
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Execute(connection, "drop table if exists pg_temp.passages", CancellationToken.None);
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }
}
