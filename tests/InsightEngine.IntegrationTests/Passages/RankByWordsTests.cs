using InsightEngine.Data;
using InsightEngine.Passages;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace InsightEngine.IntegrationTests.Passages;

public sealed class RankByWordsTests(RankByWordsTests.Database database) : IClassFixture<RankByWordsTests.Database>
{
    [Fact]
    public async Task A_rare_word_weighs_more_than_common_ones()
    {
        var found = await Find("t1", "Did the team talk about the gasket?");
        Assert.Equal("rare", found[0].Source);
        Assert.True(found.Count > 1);
        Assert.All(found, f => Assert.InRange(f.Score, 0, 1.34));
    }

    [Fact]
    public async Task Word_forms_are_the_same_word() => Assert.Equal("rare", (await Find("t1", "gaskets"))[0].Source);

    [Fact]
    public async Task What_is_not_visible_changes_no_score()
    {
        var before = await Find("t1", "gasket team");
        await database.Add("t2", "hidden", 300, "the gasket again");
        Assert.Equal(before, await Find("t1", "gasket team"));
    }

    [Fact]
    public async Task A_passage_with_every_word_comes_before_those_with_some() =>
        Assert.Equal("both", (await Find("t1", "budget report"))[0].Source);

    [Theory]
    [InlineData("who is she")]
    [InlineData("")]
    [InlineData("zeppelin")]
    public async Task Stop_words_and_unknown_words_find_nothing(string query) => Assert.Empty(await Find("t1", query));

    [Theory]
    [InlineData(@"team's 'quoted' \ back & | ! ( :* <-> gasket")]
    [InlineData(@"https://example.com/a\'b?c=d gasket")]
    public async Task Signs_of_the_query_language_are_only_text(string query) =>
        Assert.Contains(await Find("t1", query), f => f.Source == "rare");

    [Fact]
    public async Task Words_too_common_to_find_by_themselves_still_find_when_nothing_else_does() =>
        Assert.NotEmpty(await Find("t3", "meeting zeppelin"));

    Task<List<(string Source, double Score)>> Find(string tenant, string query) =>
        database.Find(tenant, query);

    public sealed class Database : IAsyncLifetime, IAsyncDisposable
    {
        readonly string folder = Path.Combine(Path.GetTempPath(), $"insight-{Guid.NewGuid():N}");
        PrivatePostgres postgres = null!;
        NpgsqlConnection connection = null!;

        public async Task InitializeAsync()
        {
            postgres = await PrivatePostgres.StartAsync(folder, NullLogger.Instance, CancellationToken.None, durable: false);
            connection = new NpgsqlConnection(postgres.OwnerConnectionString);
            await connection.OpenAsync();
            await Execute("""
                create temp table passages (
                  tenant_id text, kind text, source_id text, ordinal int generated always as identity, text text,
                  words tsvector generated always as (to_tsvector('english', text)) stored);
                create index on passages using gin (words);
                """);
            await Add("t1", "common", 40, "the team did talk about the plan of the week");
            await Add("t1", "rare", 1, "the gasket of the pump leaks");
            await Add("t1", "some", 5, "the budget is late, and so is all that hangs on it");
            await Add("t1", "both", 1, "the budget and the report are late, and so is all that hangs on them");
            await Add("t3", "common", 5001, "meeting");
        }

        public Task Add(string tenant, string source, int times, string text) => Execute(
            "insert into passages (tenant_id, kind, source_id, text) select $1, 'conversation', $2, $3 from generate_series(1, $4)",
            tenant, source, text, times);

        public async Task<List<(string Source, double Score)>> Find(string tenant, string query)
        {
            await using var command = new NpgsqlCommand(RankByWords.Sql("select p.kind, p.source_id, p.ordinal, p.words from passages p where p.tenant_id = @tenant"), connection);
            command.Parameters.AddRange(new NpgsqlParameter[] { new("tenant", tenant), new("query", query), new("limit", 100) });
            await using var rows = await command.ExecuteReaderAsync();
            var found = new List<(string, double)>();
            while (await rows.ReadAsync()) found.Add((rows.GetString(1), rows.GetDouble(3)));
            return found;
        }

        async Task Execute(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
            await command.ExecuteNonQueryAsync();
        }

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

        public async ValueTask DisposeAsync()
        {
            await connection.DisposeAsync();
            await postgres.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
