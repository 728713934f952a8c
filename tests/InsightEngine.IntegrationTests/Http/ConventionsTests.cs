using System.Net;
using System.Net.Http.Headers;
using System.Text;
using InsightEngine.IntegrationTests.Harness;
using Snapshooter.Xunit;

namespace InsightEngine.IntegrationTests.Http;

public sealed class ConventionsTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task The_description_is_openapi_3_1_and_is_what_was_published()
    {
        var document = await service.Caller(null).GetJsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", document.Text("openapi"));
        Snapshot.Match(document.ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public async Task An_empty_list_has_the_shape_of_a_list()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        foreach (var list in (string[])["goals", "feedback", "conversations", "work"])
            Assert.Equal("""{"data":[],"nextCursor":null}""", await tenant.As("P001").GetStringAsync($"/v1/{list}"));
        Assert.Equal("""{"data":[],"nextCursor":null}""", await tenant.Systems.GetStringAsync("/v1/audit"));
    }

    [Fact]
    public async Task A_cursor_walks_every_page_once_in_the_order_of_bytes()
    {
        var tenant = await service.NewTenantAsync();
        string[] ids = ["A", "a", "B", "b", "é", "Z9", "Z10", "ä", "-", "_", "😀", "\uFB01"];
        foreach (var id in ids)
            await tenant.PutAsync($"people/{Uri.EscapeDataString(id)}", new { name = "Person" });
        await tenant.PutAsync("people/reader", new { name = "Reader" });
        var expected = ids.Append("reader").OrderBy(Encoding.UTF8.GetBytes, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        foreach (var limit in (int[])[1, 4, 200])
            Assert.Equal(expected, (await tenant.As("reader").AllAsync("/v1/people", limit)).Select(p => p.Text("id")));
        foreach (var id in ids)
            await tenant.PutAsync($"goals/{Uri.EscapeDataString(id)}", new { ownerId = "reader", title = "Goal", start = "2026-01-01", due = "2026-12-31" });
        foreach (var limit in (int[])[1, 5, 200])
            Assert.Equal(ids.Order(StringComparer.Ordinal), (await tenant.As("reader").AllAsync("/v1/goals", limit)).Select(p => p.Text("id")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_the_caller_has_is_not_sent_again_and_another_reader_has_another()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        await tenant.PersonAsync("P002", manager: "P001");
        await tenant.PutAsync("work/W1", new { date = "2026-05-03", personId = "P001", system = "s", kind = "k", title = "t" });
        foreach (var address in (string[])["/v1/people", "/v1/people/P002", "/v1/work", "/v1/briefs?report=P002&asOf=2026-05-10"])
        {
            using var first = await tenant.As("P001").GetAsync(address);
            var tag = first.Headers.ETag!;
            Assert.Contains("X-Insight-Person", string.Join(',', first.Headers.Vary));
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { tag } } };
            using var second = await tenant.As("P001").SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        }
        using var mine = await tenant.As("P001").GetAsync("/v1/work");
        using var others = await tenant.As("P002").GetAsync("/v1/work");
        Assert.NotEqual(mine.Headers.ETag, others.Headers.ETag);
        using var missing = await tenant.As("P002").GetAsync("/v1/work/W1");
        Assert.Null(missing.Headers.ETag);
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404)]
    [InlineData("PATCH", "/v1/people", 405)]
    [InlineData("GET", "/nothing", 404)]
    public async Task What_is_not_there_is_a_problem_too(string method, string address, int status)
    {
        using var request = new HttpRequestMessage(new(method), address);
        using var answer = await service.Caller(null).SendAsync(request);
        await answer.ProblemAsync((HttpStatusCode)status);
    }

    [Fact]
    public async Task The_jobs_dashboard_opens_to_the_operators_key_alone()
    {
        var tenant = await service.NewTenantAsync();
        foreach (var client in (HttpClient[])[service.Caller(null), tenant.Systems, service.Caller("ie_x"), service.Caller("")])
            foreach (var address in (string[])["/jobs", "/jobs/jobs/enqueued", "/jobs/recurring"])
            {
                using var closed = await client.GetAsync(address);
                Assert.True(closed.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{address}: {closed.StatusCode}");
            }
        using var open = await service.Caller(Service.OperatorKey).GetAsync("/jobs");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        var browser = service.Caller(null);
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"any:{Service.OperatorKey}")));
        using var asked = await browser.GetAsync("/jobs");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
    }

    [Fact]
    public async Task Health_tells_of_the_process_and_of_its_database()
    {
        Assert.Equal("Healthy", await service.Caller(null).GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await service.Caller(null).GetStringAsync("/health/ready"));
    }
}
