using System.Net;
using InsightEngine.IntegrationTests.Harness;

namespace InsightEngine.IntegrationTests.Http;

public sealed class SignInTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_browser_reads_as_the_person_who_signed_in_until_they_sign_out()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("boss");
        var cookie = await SignInAsync(tenant.Key, "boss");

        Assert.Equal(HttpStatusCode.OK, await GetAsync("/console/people", cookie));
        Assert.Equal(HttpStatusCode.Redirect, await GetAsync("/console/sign-out", cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync("/console/people", cookie));
    }

    [Fact]
    public async Task The_key_of_a_browser_cannot_make_itself_a_longer_life()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("boss");
        var cookie = await SignInAsync(tenant.Key, "boss");
        using var again = await PostAsync(cookie["insight=".Length..], "boss");
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }

    async Task<string> SignInAsync(string key, string person)
    {
        using var answer = await PostAsync(key, person);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    Task<HttpResponseMessage> PostAsync(string key, string person) =>
        service.Caller(null).PostAsync("/console/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key, ["person"] = person }));

    async Task<HttpStatusCode> GetAsync(string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", cookie } } };
        using var answer = await service.Caller(null).SendAsync(request);
        return answer.StatusCode;
    }
}
