using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace InsightEngine.IntegrationTests.Harness;

static class Json
{
    public static JsonContent Body(object body) => JsonContent.Create(body);

    public static StringContent Raw(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    /// <summary>The body of an answer that must have this status.</summary>
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode}, not {(int)expected}: {text}{(answer.StatusCode == HttpStatusCode.InternalServerError ? CapturedLogs.LastError : "")}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A problem with all that a caller needs to know what to change; answers its `errors`, if it has any.</summary>
    public static async Task<Dictionary<string, string>> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var problem = await answer.JsonAsync(expected);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("urn:insight-engine:problem:", problem["type"]!.GetValue<string>());
        Assert.False(string.IsNullOrWhiteSpace(problem["detail"]!.GetValue<string>()));
        Assert.Equal((int)expected, problem["status"]!.GetValue<int>());
        // What stands in an error is the caller's business alone, in the caller's words.
        Assert.DoesNotContain("InsightEngine.", problem.ToJsonString());
        Assert.DoesNotContain("System.", problem.ToJsonString());
        return problem["errors"]?.AsObject().ToDictionary(e => e.Key, e => string.Join(' ', e.Value!.AsArray().Select(m => m!.GetValue<string>()))) ?? [];
    }

    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return await answer.JsonAsync();
    }

    /// <summary>All rows of a list, page after page.</summary>
    public static async Task<List<JsonNode>> AllAsync(this HttpClient client, string address, int limit = 200)
    {
        var rows = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = await client.GetJsonAsync($"{address}{(address.Contains('?') ? '&' : '?')}limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            rows.AddRange(page["data"]!.AsArray()!);
            cursor = page["nextCursor"]?.GetValue<string>();
        } while (cursor is not null);
        return rows;
    }

    public static string Text(this JsonNode node, string field) => node[field]!.GetValue<string>();
}
