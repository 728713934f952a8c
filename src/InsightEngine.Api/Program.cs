using Hangfire;
using InsightEngine;
using InsightEngine.Api;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Hosting;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Language;

try
{
    var arguments = HostArguments.Parse(args);
    var builder = WebApplication.CreateBuilder(args);
    builder.Configure(arguments);
    await using var database = await ServiceDatabase.OpenAsync(builder.Configuration, arguments.DataFolder, CancellationToken.None);

    builder.Services.AddInsightEngine(database.ConnectionString);
    builder.Services.AddLanguage(builder.Configuration);
    builder.Services.AddJobs(builder.Configuration);
    builder.Services.AddCallers(builder.Configuration);
    builder.Services.AddHttp();
    builder.Services.AddOpenApiDocument();

    await using var app = builder.Build();
    await app.Services.VerifyEmbedderAsync(CancellationToken.None);
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
catch (Exception e) when (e is HostException or PrivatePostgresException or InvalidOperationException { Source: "InsightEngine" })
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
