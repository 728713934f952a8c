using Hangfire;
using InsightEngine;
using InsightEngine.Api;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Pages;
using InsightEngine.Api.Hosting;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Language;
using Microsoft.Extensions.AI;

try
{
    var arguments = HostArguments.Parse(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Configure(arguments);
    await using var database = await ServiceDatabase.OpenAsync(builder.Configuration, arguments.DataFolder, CancellationToken.None);

    builder.Services.AddInsightEngine(database.ConnectionString, database.OwnerConnectionString);
    builder.Services.AddLanguage(builder.Configuration);
    builder.Services.AddJobs(builder.Configuration);
    builder.Services.AddCallers(builder.Configuration);
    builder.Services.AddHttp();
    builder.Services.AddOpenApiDocument();

    await using var app = builder.Build();
    await VerifyEmbedder.CheckAsync(app.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(), CancellationToken.None);
    app.UseExceptionHandler();
    app.UseStatusCodePages(Problem.ForStatusAsync);
    app.UseMiddleware<ETags>();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapOpenApiDocument();
    app.MapHangfireDashboard("/jobs", new() { Authorization = [new DashboardLock()], DashboardTitle = "InsightEngine jobs" });
    app.MapHealth();
    app.MapTenants();
    app.MapPeople();
    app.MapGoals();
    app.MapFeedback();
    app.MapConversations();
    app.MapWork();
    app.MapImports();
    app.MapSignals();
    app.MapSearch();
    app.MapBriefs();
    app.MapAudit();
    app.MapConsole();

    if (arguments.Demo)
        await Demo.RunAsync(app);
    else
        await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is HostException or PrivatePostgresException or EmbedderMismatchException or UnboundRoleException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
