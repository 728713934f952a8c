using System.Net;
using InsightEngine.IntegrationTests.Harness;
using Microsoft.Extensions.Logging;

namespace InsightEngine.IntegrationTests.Processing;

public sealed class NoWordsInLogsTests(NoWordsInLogsTests.Loud service) : IClassFixture<NoWordsInLogsTests.Loud>
{
    const string Canary = "kanarienvogel";

    [Fact]
    public async Task No_log_line_at_any_usual_level_and_no_job_holds_a_word_that_was_said_or_looked_for()
    {
        var tenant = await service.NewTenantAsync();
        var files = Bundle.Good.Select(f => (f.Key, (string?)f.Value.Replace("hinge", Canary).Replace("Ada Alder", $"Ada {Canary}"))).ToArray();
        using var upload = await tenant.UploadAsync(Bundle.With([.. files.Select(f => f.Key == "people.csv" ? (f.Key, $"{f.Item2}\nP 3,{Canary},,,,,") : f)]));
        var import = await upload.JsonAsync(HttpStatusCode.Accepted);
        for (var i = 0; i < 300 && (await tenant.Systems.GetJsonAsync($"/v1/imports/{import.Text("id")}")).Text("status") is "received" or "running"; i++)
            await Task.Delay(100);
        await tenant.PutAsync("feedback/F9", new { date = "2026-02-01", fromId = "P001", toId = "P002", visibility = "shared", text = Canary });
        using var bad = await tenant.Systems.PutAsync("/v1/feedback/F8", Json.Raw($$"""{"date":"{{Canary}}","text":"{{Canary}}"}"""));
        for (var i = 0; i < 300 && (await tenant.WaitingAsync()).Pending > 0; i++)
            await Task.Delay(100);
        Assert.Equal((0, 0), await tenant.WaitingAsync());
        var found = await tenant.As("P002").GetStringAsync($"/v1/search?q={Canary}");
        Assert.Contains(Canary, found);
        await tenant.As("P001").GetStringAsync("/v1/briefs?report=P002&asOf=2026-02-10");
        using var fault = await tenant.As("P001").GetAsync($"/v1/search?q={Canary}&person={Canary}%00");

        Assert.Contains(service.Logs.Lines, l => l.Contains("processed", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Logs.Lines, l => l.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        var jobs = await service.Database.ReadAsync<string>(
            """
            select to_jsonb(j)::text from hangfire.job j union all select to_jsonb(s)::text from hangfire.state s
            union all select to_jsonb(p)::text from hangfire.jobparameter p union all select to_jsonb(h)::text from hangfire.hash h
            """);
        Assert.Contains(jobs, j => j.Contains(tenant.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(jobs, j => j.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Works its jobs off, and logs what a service in production would and more.</summary>
    public sealed class Loud : Service
    {
        protected override bool RunsJobs => true;
        protected override LogLevel LowestLevel => LogLevel.Information;
    }
}
