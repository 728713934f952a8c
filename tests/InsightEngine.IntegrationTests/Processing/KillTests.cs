using System.Net;
using InsightEngine.IntegrationTests.Harness;

namespace InsightEngine.IntegrationTests.Processing;

public sealed class KillTests(KillTests.Undisturbed service) : IClassFixture<KillTests.Undisturbed>
{
    static readonly TimeSpan Long = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Killed_in_the_import_and_twice_in_the_processing_a_company_ends_in_the_same_rows_as_undisturbed()
    {
        var company = Zip.OfCompany("castell", talks: 8);
        var database = await TestPostgres.CopyAsync();
        string key, import;
        using (var host = await StartAsync(database))
        {
            using var made = await host.CallerWith(Service.OperatorKey).PostAsync("/v1/tenants", Json.Body(new { id = "castell", name = "Castell" }));
            key = (await made.JsonAsync(HttpStatusCode.Created)).Text("key");
            using var content = new ByteArrayContent(company) { Headers = { { "Content-Type", "application/zip" } } };
            using var upload = await host.CallerWith(key).PostAsync("/v1/imports", content);
            import = (await upload.JsonAsync(HttpStatusCode.Accepted)).Text("id");
            Assert.True(await HostProcess.Until(async () => (await CountAsync(database, "goals")) > 0, Long));
            await host.KillAsync();
        }
        var ended = await CountAsync(database, "pending_imports") == 0;
        Assert.False(ended, "the import had ended before the kill");
        using (var host = await StartAsync(database))
        {
            Assert.True(await HostProcess.Until(async () => await CountAsync(database, "pending_imports") == 0 && await CountAsync(database, "passages") > 0, Long), host.Output);
            await host.KillAsync();
        }
        var (before, passages) = (await CountAsync(database, "pending_evidence"), await CountAsync(database, "passages"));
        Assert.True(before > 0, "all was processed before the kill");
        using (var host = await StartAsync(database))
        {
            Assert.True(await HostProcess.Until(async () => await CountAsync(database, "passages") > passages, Long), host.Output);
            await host.KillAsync();
        }
        Assert.True(await CountAsync(database, "pending_evidence") > 0, "all was processed before the last kill");
        using (var host = await StartAsync(database))
        {
            var systems = host.CallerWith(key);
            Assert.True(await HostProcess.Until(async () => (await systems.GetJsonAsync("/v1/processing"))["pending"]!.GetValue<int>() == 0, Long), host.Output);
            Assert.Equal(0, (await systems.GetJsonAsync("/v1/processing"))["failed"]!.GetValue<int>());
            var told = await systems.GetJsonAsync($"/v1/imports/{import}");
            Assert.Equal("completed", told.Text("status"));
            Assert.Empty(told["errors"]!.AsArray());
            Assert.InRange(await host.TerminateAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(15));
            Assert.Equal(0, host.ExitCode);
        }
        var expected = await service.RowsAsync(company);
        Assert.InRange(expected.Count, 800, 100_000);
        Assert.Equal(expected, await Rows.OfAsync(database, "castell"));
    }

    static Task<HostProcess> StartAsync(TestDatabase database) => HostProcess.StartAsync(database.App, database.Owner, ("Jobs__InvisibilitySeconds", "3"));

    static async Task<long> CountAsync(TestDatabase database, string table) => (await database.ReadAsync<long>($"select count(*) from {table}")).Single();

    /// <summary>The same import with nothing in its way and the shipped models.</summary>
    public sealed class Undisturbed : Service
    {
        protected override bool UsesTheRealModel => true;

        public async Task<List<string>> RowsAsync(byte[] company)
        {
            using var made = await Caller(OperatorKey).PostAsync("/v1/tenants", Json.Body(new { id = "castell", name = "Castell" }));
            var tenant = new TestTenant(this, "castell", (await made.JsonAsync(HttpStatusCode.Created)).Text("key"));
            Assert.Empty((await tenant.ImportAsync(company))["errors"]!.AsArray());
            await tenant.ProcessAsync();
            return await Rows.OfAsync(Database, "castell");
        }
    }
}
