using System.Text.Json.Nodes;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.IntegrationTests.Harness;
using InsightEngine.Language;
using InsightEngine.Passages;
using Microsoft.Extensions.DependencyInjection;
using Pgvector;

namespace InsightEngine.IntegrationTests.Passages;

public sealed class SearchTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Every_visible_passage_of_a_person_is_found_whatever_the_others_have()
    {
        var tenant = await service.NewTenantAsync();
        foreach (var person in (string[])["boss", "ann", "bob"])
            await tenant.PersonAsync(person, person == "boss" ? null : "boss");
        for (var n = 0; n < 40; n++)
            await tenant.PutAsync($"feedback/F{n}", new { date = "2026-05-01", fromId = n % 4 == 0 ? "ann" : "bob", toId = "boss", visibility = "public", text = $"Note {n} on the pump." });
        await tenant.ProcessAsync();
        var client = tenant.As("boss");

        Assert.Equal(10, Count(await client.GetJsonAsync("/v1/search?q=pump&person=ann&limit=200")));
        Assert.Equal(5, Count(await client.GetJsonAsync("/v1/search?q=pump&person=ann&limit=5")));
        Assert.Equal(40, Count(await client.GetJsonAsync("/v1/search?q=gasket&limit=200")));
    }

    [Fact]
    public async Task A_passage_that_shares_words_with_the_question_comes_first()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("ann");
        await tenant.PersonAsync("bob");
        await tenant.PutAsync("feedback/F1", new { date = "2026-05-01", fromId = "ann", toId = "bob", visibility = "public", text = "The pump of the second line was back within an hour." });
        await tenant.PutAsync("feedback/F2", new { date = "2026-05-01", fromId = "ann", toId = "bob", visibility = "public", text = "Your slides were short and clear." });
        await tenant.ProcessAsync();
        Assert.Equal("F2", (await tenant.As("bob").GetJsonAsync("/v1/search?q=Were%20the%20slides%20clear%3F"))["data"]![0]!.Text("sourceId"));
    }

    /// <summary>A tenant of 50,100 passages, of which one reader sees all and another thirty.</summary>
    [Fact]
    public async Task Above_fifty_thousand_passages_an_index_answers_and_no_visible_row_is_lost()
    {
        var tenant = await service.NewTenantAsync(openGoals: false);
        await tenant.PersonAsync("boss");
        await tenant.PersonAsync("ann", "boss");
        await tenant.PersonAsync("bob");
        await tenant.PutAsync("goals/large", new { ownerId = "ann", title = "Large", start = "2026-01-05", due = "2026-12-18" });
        await tenant.PutAsync("goals/small", new { ownerId = "bob", title = "Small", start = "2026-01-05", due = "2026-12-18" });
        await tenant.ProcessAsync();
        await service.InScopeAsync<IServiceProvider>(scope => FillAsync(scope, tenant.Id));
        await service.InScopeAsync<IndexLargeTenants>(job => job.RunAsync(CancellationToken.None));

        Assert.Single(await service.Database.ReadAsync<string>("select indexname::text from pg_indexes where indexname like 'ix_passages_nearest_%'"));
        Assert.Equal(200, Count(await tenant.As("boss").GetJsonAsync("/v1/search?q=pump&limit=200")));
        Assert.Equal(31, Count(await tenant.As("bob").GetJsonAsync("/v1/search?q=pump&limit=200")));
    }

    static async Task FillAsync(IServiceProvider scope, string tenant)
    {
        var db = scope.GetRequiredService<InsightDb>();
        var passages = scope.GetRequiredService<StorePassages>();
        await using var transaction = await db.BeginAsync(tenant, CancellationToken.None);
        var random = new Random(1);
        foreach (var batch in Enumerable.Range(1, 50_100).Chunk(5_000))
        {
            var drafts = batch.Select(n =>
            {
                var (goal, owner) = n % 1_670 == 0 ? ("small", "bob") : ("large", "ann");
                return new PassageDraft(EvidenceKind.Goal, goal, n, 0, 5, new(2026, 1, 5), [owner], owner, $"passage {n}", "");
            }).ToList();
            var vectors = drafts.Select(_ => new Vector(Enumerable.Range(0, EmbeddingModel.Dimensions).Select(_ => random.NextSingle() - 0.5f).ToArray())).ToList();
            await passages.InsertAsync(tenant, drafts, vectors, passages.ModelId, CancellationToken.None);
        }
        await transaction.CommitAsync(CancellationToken.None);
    }

    static int Count(JsonNode page) => page["data"]!.AsArray().Count;
}
