using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using InsightEngine.Processing;

namespace InsightEngine.IntegrationTests.Harness;

/// <summary>A tenant of a test, called over HTTP as its systems and its people call it.</summary>
public sealed class TestTenant(Service service, string id, string key)
{
    public string Id => id;
    public string Key => key;

    /// <summary>The tenant's systems: all scopes and no person.</summary>
    public HttpClient Systems { get; } = service.Caller(key);

    public HttpClient As(string person) => service.Caller(key, person);

    public async Task<HttpClient> WithScopesAsync(params string[] scopes)
    {
        using var answer = await Systems.PostAsync("/v1/keys", Json.Body(new { name = "narrow", scopes }));
        return service.Caller((await answer.JsonAsync(HttpStatusCode.Created)).Text("key"));
    }

    /// <summary>Stores evidence, which must be taken.</summary>
    public async Task PutAsync(string address, object body)
    {
        using var answer = await Systems.PutAsync($"/v1/{address}", Json.Body(body));
        await answer.JsonAsync(HttpStatusCode.Accepted);
    }

    public Task PersonAsync(string person, string? manager = null, string? name = null) =>
        PutAsync($"people/{person}", new { name = name ?? $"Person {person}", managerId = manager });

    public Task TalkAsync(string talk, string date, string manager, string report, string transcript) =>
        PutAsync($"conversations/{talk}", new { date, managerId = manager, reportId = report, transcript });

    /// <summary>Brings all received evidence into the answers.</summary>
    public Task ProcessAsync() => service.InScopeAsync<ProcessEvidence>(job => job.RunAsync(id, CancellationToken.None));

    public async Task<(int Pending, int Failed)> WaitingAsync()
    {
        var processing = await Systems.GetJsonAsync("/v1/processing");
        return (processing["pending"]!.GetValue<int>(), processing["failed"]!.GetValue<int>());
    }

    public async Task<HttpResponseMessage> UploadAsync(byte[] zip, string query = "", string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/imports{query}") { Content = new ByteArrayContent(zip) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await Systems.SendAsync(request);
    }

    /// <summary>Uploads a bundle and runs its import; answers the import as it ended.</summary>
    public async Task<JsonNode> ImportAsync(byte[] zip, bool dryRun = false)
    {
        using var answer = await UploadAsync(zip, dryRun ? "?dryRun=true" : "");
        var import = await answer.JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal($"/v1/imports/{import.Text("id")}", answer.Headers.Location?.ToString());
        await service.InScopeAsync<ProcessImport>(job => job.RunAsync(id, import.Text("id"), CancellationToken.None));
        return await Systems.GetJsonAsync($"/v1/imports/{import.Text("id")}");
    }

    /// <summary>How many rows of the tenant a table holds, seen from behind the walls.</summary>
    public async Task<long> RowsOfAsync(string table) =>
        (await service.Database.ReadAsync<long>($"select count(*) from {table} where tenant_id = '{id}'")).Single();
}
