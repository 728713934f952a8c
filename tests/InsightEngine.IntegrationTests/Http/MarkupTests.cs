using InsightEngine.IntegrationTests.Harness;

namespace InsightEngine.IntegrationTests.Http;

public sealed class MarkupTests(Service service) : IClassFixture<Service>
{
    /// <summary>Markup in and out of an attribute, letters that turn the direction or are not seen, and quotes of all kinds.</summary>
    const string Evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&lt; \u202Eright\u200Bleft\u2066 ```[x](javascript:alert(1)) “q”";

    [Fact]
    public async Task What_people_wrote_is_never_markup_on_a_page()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PutAsync("people/P001", new { name = Evil + " 1", email = Evil, title = Evil, department = Evil });
        await tenant.PutAsync("people/P002", new { name = Evil + " 2", email = Evil, title = Evil, department = Evil, managerId = "P001" });
        await tenant.PutAsync("goals/G1", new { ownerId = "P002", title = Evil, description = Evil, start = "2026-01-01", due = "2026-12-31", metric = new { name = Evil, start = 0, target = 5, unit = Evil } });
        await tenant.PutAsync("goals/G1/check-ins/2026-05-01", new { authorId = "P002", value = 1, progress = 20, note = Evil });
        await tenant.PutAsync("feedback/F1", new { date = "2026-05-02", fromId = "P001", toId = "P002", visibility = "shared", text = Evil });
        await tenant.PutAsync("work/W1", new { date = "2026-05-03", personId = "P002", system = Evil, kind = Evil, title = Evil, text = Evil });
        await tenant.TalkAsync("T1", "2026-05-04", "P001", "P002", $"{Evil}: Hello.\nAda: I am blocked by {Evil} and wait for it.");
        await tenant.ProcessAsync();
        var manager = tenant.As("P001");
        foreach (var address in (string[])
            ["/v1/goals/G1?asOf=2026-05-10", "/v1/feedback/F1", "/v1/work/W1", "/v1/conversations/T1", $"/v1/conversations/T1?quote={Uri.EscapeDataString(Evil)}",
            "/v1/briefs?report=P002&asOf=2026-05-10", "/console/people"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" } } };
            using var answer = await manager.SendAsync(request);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, address + page);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("&lt;script&gt;alert(1)", page);
            Assert.DoesNotContain("<script", page);
            Assert.DoesNotContain("<img", page);
            Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            // What cannot be seen must not hide or turn the words around it.
            Assert.DoesNotContain('\u202E', page);
            Assert.DoesNotContain('\u200B', page);
        }
    }

    [Fact]
    public async Task In_json_the_words_come_back_as_they_were_sent()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001", name: Evil);
        Assert.Equal(Evil, (await tenant.As("P001").GetJsonAsync("/v1/people/P001")).Text("name"));
    }

    [Fact]
    public async Task In_markdown_the_words_make_no_link_no_image_and_no_heading()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        await tenant.PersonAsync("P002", manager: "P001", name: "Eve](javascript:alert(1)) ![x](//evil)\n# Fired");
        await tenant.PutAsync("feedback/F1", new { date = "2026-05-02", fromId = "P001", toId = "P002", visibility = "shared", text = "Good [x](javascript:alert(1)) <b>work</b>\n# Fired" });
        await tenant.ProcessAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/briefs?report=P002&asOf=2026-05-10") { Headers = { { "Accept", "text/markdown" } } };
        using var answer = await tenant.As("P001").SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Good", text);
        Assert.DoesNotContain("](javascript", text.Replace("\\]", ""));
        Assert.DoesNotContain("<b>", text.Replace("\\<", ""));
        Assert.DoesNotContain("\n# Fired", text);
    }
}
