using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InsightEngine.IntegrationTests.Harness;

/// <summary>The real host over a database of its own. Jobs are run by the tests, and texts embedded by hashing, unless a class says otherwise.</summary>
public class Service : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string OperatorKey = "the-operators-key-of-the-tests";

    public TestDatabase Database { get; private set; } = null!;
    public TestClock Clock { get; } = new();
    public CapturedLogs Logs { get; } = new();
    public HashEmbedder Embedder { get; } = new();

    /// <summary>Whether the host works jobs off by itself.</summary>
    protected virtual bool RunsJobs => false;
    protected virtual bool UsesTheRealModel => false;
    protected virtual LogLevel LowestLevel => LogLevel.Warning;

    public async Task InitializeAsync() => Database = await TestPostgres.CopyAsync();

    async Task IAsyncLifetime.DisposeAsync() => await base.DisposeAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Insight", Database.App);
        builder.UseSetting("ConnectionStrings:InsightOwner", Database.Owner);
        builder.UseSetting("INSIGHT_ADMIN_KEY", OperatorKey);
        builder.UseSetting("Role", RunsJobs ? "both" : "api");
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LowestLevel).AddProvider(Logs));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            if (!UsesTheRealModel)
                services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(Embedder);
        });
    }

    /// <summary>A caller with this key (none if null), as this person.</summary>
    public HttpClient Caller(string? key, string? person = null)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        if (person is not null)
            client.DefaultRequestHeaders.Add("X-Insight-Person", person);
        return client;
    }

    public async Task<TestTenant> NewTenantAsync(bool openGoals = true)
    {
        var id = $"t{Guid.NewGuid():N}";
        using var answer = await Caller(OperatorKey).PostAsync("/v1/tenants", Json.Body(new { id, name = "Tests", openGoals }));
        var tenant = await answer.JsonAsync(System.Net.HttpStatusCode.Created);
        return new(this, id, tenant["key"]!.GetValue<string>());
    }

    /// <summary>Runs an operation of the engine as a job does, in a scope of its own.</summary>
    public async Task InScopeAsync<T>(Func<T, Task> run)
        where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<T>());
    }
}
