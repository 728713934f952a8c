using InsightEngine.IntegrationTests.Harness;
using InsightEngine.Processing;

namespace InsightEngine.IntegrationTests.Processing;

public sealed class ProcessEvidenceTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Processing_beside_itself_gives_the_rows_of_processing_alone()
    {
        var (alone, beside) = (await service.NewTenantAsync(), await service.NewTenantAsync());
        var company = Zip.OfCompany("meridian", talks: 3);
        await alone.ImportAsync(company);
        await alone.ProcessAsync();
        await beside.ImportAsync(company);
        // As a job does that lost a race: once more.
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Untroubled(beside)));
        await beside.ProcessAsync();
        Assert.Equal((0, 0), await beside.WaitingAsync());
        var rows = await Rows.OfAsync(service.Database, alone.Id, signalIds: false);
        Assert.InRange(rows.Count, 700, 100_000);
        Assert.Equal(rows, await Rows.OfAsync(service.Database, beside.Id, signalIds: false));

        async Task Untroubled(TestTenant tenant)
        {
            try
            {
                await tenant.ProcessAsync();
            }
            catch (Npgsql.PostgresException e) when (e.IsTransient)
            {
                await tenant.ProcessAsync();
            }
        }
    }

    [Fact]
    public async Task Evidence_whose_job_was_lost_is_found_by_the_sweeper_after_a_while()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        await service.Database.ExecuteAsync("delete from hangfire.job");
        await service.InScopeAsync<Sweep>(sweep => sweep.RunAsync(CancellationToken.None));
        Assert.Equal(0, await JobsOf(tenant));
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.InScopeAsync<Sweep>(sweep => sweep.RunAsync(CancellationToken.None));
        Assert.Equal(1, await JobsOf(tenant));
    }

    [Fact]
    public async Task An_import_whose_job_was_lost_is_found_too()
    {
        var tenant = await service.NewTenantAsync();
        using var upload = await tenant.UploadAsync(Bundle.Whole());
        await service.Database.ExecuteAsync("delete from hangfire.job");
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.InScopeAsync<Sweep>(sweep => sweep.RunAsync(CancellationToken.None));
        Assert.InRange(await JobsOf(tenant), 1, 3);
        Assert.Equal((1, 0), await tenant.WaitingAsync());
    }

    [Fact]
    public async Task One_item_that_cannot_be_processed_is_counted_as_failed_and_holds_up_no_other()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.ImportAsync(Bundle.Whole());
        await service.Database.ExecuteAsync($"update conversations set transcript = '' where tenant_id = '{tenant.Id}'");
        for (var run = 0; run < 5; run++)
            await Assert.ThrowsAnyAsync<Exception>(tenant.ProcessAsync).WaitAsync(TimeSpan.FromMinutes(1)).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Equal((0, 1), await tenant.WaitingAsync());
        Assert.NotEmpty((await tenant.As("P002").GetJsonAsync("/v1/search?q=hinge"))["data"]!.AsArray());
        Assert.Equal(5, await tenant.RowsOfAsync("passages"));
        // Sending it again, mended, heals it.
        await tenant.TalkAsync("T1", "2026-02-04", "P001", "P002", "Ada Alder: Is it mended?");
        await tenant.ProcessAsync();
        Assert.Equal((0, 0), await tenant.WaitingAsync());
    }

    [Fact]
    public async Task Who_is_named_anew_is_known_in_the_talks_read_before()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001", name: "Somebody Else");
        await tenant.PersonAsync("P002", manager: "P001", name: "Ben Birch");
        await tenant.TalkAsync("T1", "2026-02-04", "P001", "P002", "Ada Alder: How is the gate?\nBen Birch: Good.");
        await tenant.ProcessAsync();
        Assert.Null((await tenant.As("P002").GetJsonAsync("/v1/conversations/T1"))["utterances"]![0]!["speakerId"]);
        await tenant.PersonAsync("P001", name: "Ada Alder");
        await tenant.ProcessAsync();
        Assert.Equal("P001", (await tenant.As("P002").GetJsonAsync("/v1/conversations/T1"))["utterances"]![0]!.Text("speakerId"));
    }

    Task<long> JobsOf(TestTenant tenant) => Count($"select count(*) from hangfire.job where arguments::text like '%{tenant.Id}%'");

    async Task<long> Count(string sql) => (await service.Database.ReadAsync<long>(sql)).Single();
}
