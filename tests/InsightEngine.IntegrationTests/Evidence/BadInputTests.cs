using System.Net;
using InsightEngine.IntegrationTests.Harness;

namespace InsightEngine.IntegrationTests.Evidence;

public sealed class BadInputTests(BadInputTests.Company company) : IClassFixture<BadInputTests.Company>
{
    const string Talk = """ "managerId":"P001","reportId":"P002","transcript":"Ada: Hello there." """;

    [Theory]
    [InlineData("people/P9", """{"name":""}""", "name")]
    [InlineData("people/P9", """{}""", "name")]
    [InlineData("people/P9", """{"name":"a\u0000b"}""", "name")]
    [InlineData("people/P9", """{"name":"Ed","managerId":"P999"}""", "managerId")]
    [InlineData("people/P9", """{"name":"Ed","managerId":"P\u0000"}""", "managerId")]
    [InlineData("people/P9", """{"name":"Ed","managerId":"P9"}""", "managerId")]
    [InlineData("people/P001", """{"name":"Ada","managerId":"P002"}""", "managerId")]
    [InlineData("people/P%209", """{"name":"Ed"}""", "id")]
    [InlineData("people/P%409", """{"name":"Ed"}""", "id")]
    [InlineData("people/P9", """{"name":"Ed","hireDate":"2026-02-01","leftOn":"2026-01-01"}""", "leftOn")]
    [InlineData("goals/G9", """{"ownerId":"P999","title":"T","start":"2026-01-01","due":"2026-02-01"}""", "ownerId")]
    [InlineData("goals/G9", """{"ownerId":"P001","title":" ","start":"2026-01-01","due":"2026-02-01"}""", "title")]
    [InlineData("goals/G9", """{"ownerId":"P001","title":"T","start":"2026-03-01","due":"2026-02-01"}""", "due")]
    [InlineData("goals/G9", """{"ownerId":"P001","title":"T","parentId":"G9","start":"2026-01-01","due":"2026-02-01"}""", "parentId")]
    [InlineData("goals/G1/check-ins/2026-02-01", """{"authorId":"P999","note":"x"}""", "authorId")]
    [InlineData("goals/G999/check-ins/2026-02-01", """{"authorId":"P001","note":"x"}""", "goalId")]
    [InlineData("goals/G1/check-ins/2027-02-01", """{"authorId":"P001","note":"x"}""", "date")]
    [InlineData("goals/G1/check-ins/2026-02-01", """{"authorId":"P001"}""", "note")]
    [InlineData("goals/G1/check-ins/2026-02-01", """{"authorId":"P001","progress":-1}""", "progress")]
    [InlineData("feedback/F9", """{"date":"2026-02-01","fromId":"P001","toId":"P999","visibility":"shared","text":"x"}""", "toId")]
    [InlineData("feedback/F9", """{"date":"2026-02-01","fromId":"P001","toId":"P002","visibility":"shared","text":""}""", "text")]
    [InlineData("feedback/F9", """{"date":"2026-02-01","fromId":"P001","toId":"P002","visibility":"shared","text":"a\u0000b"}""", "text")]
    [InlineData("feedback/F9", """{"date":"2026-02-01","fromId":"P001","toId":"P002","visibility":"shared","goalId":"G\u0000","text":"x"}""", "goalId")]
    [InlineData("work/W9", """{"date":"2026-02-01","personId":"P001","system":"s","kind":"","title":"t"}""", "kind")]
    [InlineData("work/W9", """{"date":"1926-02-01","personId":"P001","system":"s","kind":"k","title":"t"}""", "date")]
    [InlineData("conversations/T9", """{"date":"2027-02-01",""" + Talk + "}", "date")]
    [InlineData("conversations/T9", """{"date":"2026-02-01","managerId":"P001","reportId":"P001","transcript":"Ada: x"}""", "reportId")]
    [InlineData("conversations/T9", """{"date":"2026-02-01","managerId":"P001","reportId":"P002"}""", "transcript")]
    [InlineData("conversations/T9", """{"date":"2026-02-01","managerId":"P001","reportId":"P002","transcript":""}""", "transcript")]
    [InlineData("conversations/T9", """{"date":"2026-02-01","managerId":"P001","reportId":"P002","transcript":"Ada: a\u0000b"}""", "transcript")]
    public async Task Bad_evidence_is_told_by_field_and_not_stored(string address, string body, string field)
    {
        using var answer = await company.Tenant.Systems.PutAsync($"/v1/{address}", Json.Raw(body));
        Assert.Contains(field, await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity));
        await NothingWasStored();
    }

    [Theory]
    [InlineData("people/P9", """{"name":"Ed",""", null)]
    [InlineData("people/P9", "", null)]
    [InlineData("people/P9", "null", null)]
    [InlineData("people/P9", "[]", null)]
    [InlineData("people/P9", """{"name":7}""", "name")]
    [InlineData("people/P9", """{"name":"Ed","salary":1}""", null)]
    [InlineData("people/P9", """{"name":"Ed","hireDate":"4 March"}""", "hireDate")]
    [InlineData("people/P9", """{"name":"half a letter \ud83d"}""", null)]
    [InlineData("goals/G9", """{"ownerId":"P001"}""", null)]
    [InlineData("goals/G9", """{"ownerId":null,"title":"T","start":"2026-01-01","due":"2026-02-01"}""", "ownerId")]
    [InlineData("goals/G1/check-ins/2026-02-01", """{"authorId":"P001","confidence":"sure"}""", "confidence")]
    [InlineData("goals/G1/check-ins/2026-02-01", """{"authorId":"P001","progress":1e400}""", "progress")]
    [InlineData("feedback/F9", """{"date":"2026-02-01","fromId":"P001","toId":"P002","visibility":"Shared ","text":"x"}""", "visibility")]
    [InlineData("conversations/T9", """{"date":"2026-02-01","format":"mp3",""" + Talk + "}", "format")]
    [InlineData("conversations/T9", """{"date":"2026-02-01","extra":1,""" + Talk + "}", null)]
    [InlineData("conversations/T9", "{", null)]
    public async Task What_is_not_the_json_of_the_call_is_told_in_the_callers_words(string address, string body, string? field)
    {
        using var answer = await company.Tenant.Systems.PutAsync($"/v1/{address}", Json.Raw(body));
        var errors = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        if (field is not null)
            Assert.Contains(field, errors);
        await NothingWasStored();
    }

    [Theory]
    [InlineData("/v1/people?limit=0", "limit")]
    [InlineData("/v1/people?limit=201", "limit")]
    [InlineData("/v1/people?limit=many", null)]
    [InlineData("/v1/people?cursor=***", "cursor")]
    [InlineData("/v1/people?cursor=AA", "cursor")]
    [InlineData("/v1/goals?cursor=AA", "cursor")]
    [InlineData("/v1/goals?limit=-1", "limit")]
    [InlineData("/v1/goals?state=great", "state")]
    [InlineData("/v1/goals?asOf=soon", null)]
    [InlineData("/v1/goals?owner=%00", null)]
    [InlineData("/v1/goals/G1/check-ins/yesterday", null)]
    [InlineData("/v1/search", "q")]
    [InlineData("/v1/search?q=%20", "q")]
    [InlineData("/v1/search?q=x&limit=0", "limit")]
    [InlineData("/v1/search?q=x%00y", null)]
    [InlineData("/v1/search?q=x&person=%00", null)]
    [InlineData("/v1/briefs", null)]
    [InlineData("/v1/briefs?report=P002&asOf=2026-13-01", null)]
    [InlineData("/v1/briefs?report=%00", null)]
    public async Task A_bad_query_is_refused_with_what_to_change(string address, string? parameter)
    {
        using var answer = await company.Tenant.As("P001").GetAsync(address);
        var errors = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        if (parameter is not null)
            Assert.Contains(parameter, errors);
    }

    [Theory]
    [InlineData("/v1/audit?cursor=abc")]
    [InlineData("/v1/audit?limit=0")]
    public async Task The_audit_refuses_a_bad_page_as_other_lists_do(string address)
    {
        using var answer = await company.Tenant.Systems.GetAsync(address);
        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_id_that_is_as_long_as_may_be_is_stored_and_a_longer_one_is_not()
    {
        await company.Tenant.PutAsync($"people/{new string('x', 100)}", new { name = "Long" });
        using var answer = await company.Tenant.Systems.PutAsync($"/v1/people/{new string('x', 101)}", Json.Body(new { name = "Longer" }));
        Assert.Contains("id", await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity));
        using var deleted = await company.Tenant.Systems.DeleteAsync($"/v1/people/{new string('x', 100)}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Theory]
    [InlineData("early.vtt", "")]
    [InlineData("binary.vtt", "\u0001\0\0\0")]
    public async Task A_file_that_is_no_transcript_is_refused_with_what_to_send(string name, string content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"date":"2026-02-01","managerId":"P001","reportId":"P002"}"""), "metadata" },
            { new StringContent(content), "file", name },
        };
        using var answer = await company.Tenant.Systems.PutAsync("/v1/conversations/T9", form);
        await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await NothingWasStored();
    }

    [Fact]
    public async Task A_talk_as_a_form_is_the_same_as_in_json()
    {
        var tenant = await company.NewTenantAsync();
        await tenant.PersonAsync("P001", name: "Ada");
        await tenant.PersonAsync("P002", manager: "P001", name: "Ben");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"date":"2026-02-01","managerId":"P001","reportId":"P002","format":"auto"}"""), "metadata" },
            { new StringContent("Ada: Hello Ben.\n"), "file", "talk.txt" },
        };
        using var put = await tenant.Systems.PutAsync("/v1/conversations/T1", form);
        await put.JsonAsync(HttpStatusCode.Accepted);
        await tenant.ProcessAsync();
        await tenant.TalkAsync("T1", "2026-02-01", "P001", "P002", "Ada: Hello Ben.\n");
        Assert.Equal((0, 0), await tenant.WaitingAsync());
    }

    [Fact]
    public async Task What_others_need_is_not_deleted_and_the_rest_goes_with_what_was_derived_from_it()
    {
        var tenant = await company.NewTenantAsync();
        await Company.FillAsync(tenant);
        await tenant.ProcessAsync();
        using var kept = await tenant.Systems.DeleteAsync("/v1/people/P002");
        await kept.ProblemAsync(HttpStatusCode.Conflict);
        foreach (var address in (string[])["conversations/T1", "feedback/F1", "work/W1", "goals/G1/check-ins/2026-01-15", "goals/G1", "people/P002"])
        {
            using var deleted = await tenant.Systems.DeleteAsync($"/v1/{address}");
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
            using var again = await tenant.Systems.DeleteAsync($"/v1/{address}");
            await again.ProblemAsync(HttpStatusCode.NotFound);
        }
        foreach (var table in (string[])["passages", "utterances", "goals", "check_ins", "feedback", "conversations", "work_events"])
            Assert.Equal(0, await tenant.RowsOfAsync(table));
        await tenant.ProcessAsync();
        Assert.Equal((0, 0), await tenant.WaitingAsync());
    }

    async Task NothingWasStored() =>
        Assert.Equal(
            (2L, 1L, 1L, 1L, 1L, 1L),
            (await company.Tenant.RowsOfAsync("people"), await company.Tenant.RowsOfAsync("goals"), await company.Tenant.RowsOfAsync("check_ins"),
                await company.Tenant.RowsOfAsync("feedback"), await company.Tenant.RowsOfAsync("work_events"), await company.Tenant.RowsOfAsync("conversations")));

    public sealed class Company : Service, IAsyncLifetime
    {
        public TestTenant Tenant { get; private set; } = null!;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            Tenant = await NewTenantAsync();
            await FillAsync(Tenant);
        }

        public static async Task FillAsync(TestTenant tenant)
        {
            await tenant.PersonAsync("P001", name: "Ada");
            await tenant.PersonAsync("P002", manager: "P001", name: "Ben");
            await tenant.PutAsync("goals/G1", new { ownerId = "P002", title = "Open the gate", start = "2026-01-01", due = "2026-12-31" });
            await tenant.PutAsync("goals/G1/check-ins/2026-01-15", new { authorId = "P002", progress = 5 });
            await tenant.PutAsync("feedback/F1", new { date = "2026-01-10", fromId = "P001", toId = "P002", visibility = "shared", goalId = "G1", text = "Well oiled." });
            await tenant.PutAsync("work/W1", new { date = "2026-01-10", personId = "P002", system = "s", kind = "k", title = "t", goalId = "G1" });
            await tenant.TalkAsync("T1", "2026-01-20", "P001", "P002", "Ada: How is it?\nBen: Good.");
        }
    }
}
