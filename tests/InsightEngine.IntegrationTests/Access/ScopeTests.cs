using System.Net;
using InsightEngine.Access;
using InsightEngine.IntegrationTests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InsightEngine.IntegrationTests.Access;

public sealed class ScopeTests(Service service) : IClassFixture<Service>
{
    static readonly string[] Evidence = ["people", "goals", "feedback", "conversations", "work"];

    [Fact]
    public async Task Every_call_asks_for_a_key_and_for_its_scope()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        var keys = new Dictionary<string, HttpClient>();
        foreach (var scope in Scopes.All)
            keys[scope] = await tenant.WithScopesAsync([.. Scopes.All.Where(s => s != scope)]);
        var tested = 0;
        foreach (var (method, route) in Calls())
        {
            var address = route.Replace("{date}", "2026-01-01").Replace("{id}", "X").Replace("{goalId}", "X");
            await Refused(service.Caller(null), HttpStatusCode.Unauthorized);
            await Refused(service.Caller("ie_of-nobody"), HttpStatusCode.Unauthorized);
            if (ScopeOf(method, route) is { } scope)
            {
                keys[scope].DefaultRequestHeaders.Remove("X-Insight-Person");
                keys[scope].DefaultRequestHeaders.Add("X-Insight-Person", "P001");
                await Refused(keys[scope], HttpStatusCode.Forbidden);
                await Refused(service.Caller(Service.OperatorKey), HttpStatusCode.Forbidden);
            }
            else
                await Refused(tenant.Systems, HttpStatusCode.Forbidden);
            tested++;

            async Task Refused(HttpClient caller, HttpStatusCode expected)
            {
                using var request = new HttpRequestMessage(new(method), address);
                if (route == "/v1/imports")
                    request.Content = new ByteArrayContent([]) { Headers = { { "Content-Type", "application/zip" } } };
                else if (method is "PUT" or "POST")
                    request.Content = Json.Body(new { id = "x", name = "x", scopes = new[] { "admin" } });
                using var answer = await caller.SendAsync(request);
                await answer.ProblemAsync(expected);
                if (expected == HttpStatusCode.Unauthorized)
                    Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            }
        }
        Assert.InRange(tested, 30, 200);
    }

    [Fact]
    public async Task Acting_as_a_person_asks_for_its_own_scope()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        var client = await tenant.WithScopesAsync(Scopes.ReadInsights);
        client.DefaultRequestHeaders.Add("X-Insight-Person", "P001");
        using var answer = await client.GetAsync("/v1/people");
        await answer.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_cannot_grant_what_it_has_not()
    {
        var tenant = await service.NewTenantAsync();
        var admin = await tenant.WithScopesAsync(Scopes.Admin);
        using var answer = await admin.PostAsync("/v1/keys", Json.Body(new { name = "more", scopes = new[] { Scopes.Admin, Scopes.ActAs } }));
        await answer.ProblemAsync(HttpStatusCode.Forbidden);
        using var unknown = await tenant.Systems.PostAsync("/v1/keys", Json.Body(new { name = "more", scopes = new[] { "everything" } }));
        Assert.Contains("scopes", await unknown.ProblemAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_key_that_was_taken_back_opens_nothing_and_another_tenant_cannot_take_it()
    {
        var (mine, other) = (await service.NewTenantAsync(), await service.NewTenantAsync());
        using var made = await mine.Systems.PostAsync("/v1/keys", Json.Body(new { name = "short", scopes = new[] { Scopes.WriteEvidence } }));
        var key = await made.JsonAsync(HttpStatusCode.Created);
        var client = service.Caller(key.Text("key"));
        using var stolen = await other.Systems.DeleteAsync($"/v1/keys/{key.Text("id")}");
        await stolen.ProblemAsync(HttpStatusCode.NotFound);
        await client.GetJsonAsync("/v1/processing");
        using var taken = await mine.Systems.DeleteAsync($"/v1/keys/{key.Text("id")}");
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        using var answer = await client.GetAsync("/v1/processing");
        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_only_its_hash_is_kept()
    {
        var tenant = await service.NewTenantAsync();
        async Task<HttpResponseMessage> Make()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/keys")
            {
                Content = Json.Body(new { name = "once", scopes = new[] { Scopes.Admin } }),
                Headers = { { "Idempotency-Key", "again" } },
            };
            return await tenant.Systems.SendAsync(request);
        }
        using var first = await Make();
        var secret = (await first.JsonAsync(HttpStatusCode.Created)).Text("key");
        using var second = await Make();
        await second.ProblemAsync(HttpStatusCode.Conflict);
        using var tenantAgain = await service.Caller(Service.OperatorKey).PostAsync("/v1/tenants", Json.Body(new { id = tenant.Id, name = "Again" }));
        await tenantAgain.ProblemAsync(HttpStatusCode.Conflict);
        var stored = await service.Database.ReadAsync<string>($"select to_jsonb(k)::text from api_keys k where tenant_id = '{tenant.Id}'");
        Assert.Equal(2, stored.Count);
        Assert.All(stored, row => Assert.DoesNotContain(secret["ie_".Length..], row));
    }

    [Fact]
    public async Task A_browsers_cookie_reads_as_its_person_and_changes_nothing()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        using var signedIn = await service.Caller(null).PostAsync("/console/sign-in", new FormUrlEncodedContent([new("key", tenant.Key), new("person", "P001")]));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var browser = service.Caller(null);
        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        await browser.GetJsonAsync("/v1/goals");
        using var write = await browser.PutAsync("/v1/people/P002", Json.Body(new { name = "Forged" }));
        await write.ProblemAsync(HttpStatusCode.Unauthorized);
        browser.DefaultRequestHeaders.Add("X-Insight-Person", "P002");
        using var as2 = await browser.GetAsync("/v1/goals");
        await as2.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    public async Task Entering_leads_to_no_other_site(string to)
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        using var signedIn = await service.Caller(null).PostAsync("/console/sign-in", new FormUrlEncodedContent([new("key", tenant.Key), new("person", "P001")]));
        var key = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]["insight=".Length..];
        using var answer = await service.Caller(null).GetAsync($"/console/enter?key={Uri.EscapeDataString(key)}&to={Uri.EscapeDataString(to)}");
        Assert.Equal("/console/people", answer.Headers.Location?.ToString());
    }

    /// <summary>All calls of the API, as the host maps them.</summary>
    IEnumerable<(string Method, string Route)> Calls() =>
        from endpoint in service.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let route = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where route.StartsWith("/v1", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select (method, System.Text.RegularExpressions.Regex.Replace(route, ":[a-z]+}", "}"));

    /// <summary>The scope of a call; null for what is the operator's.</summary>
    static string? ScopeOf(string method, string route) => route.Split('/')[2] switch
    {
        "tenants" => null,
        "keys" or "audit" => Scopes.Admin,
        "imports" or "processing" => Scopes.WriteEvidence,
        var kind when Evidence.Contains(kind) && method != "GET" => Scopes.WriteEvidence,
        _ => Scopes.ReadInsights,
    };
}
