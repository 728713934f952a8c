using System.IO.Compression;
using InsightEngine.Access;
using InsightEngine.Briefs;
using InsightEngine.Data;
using InsightEngine.Processing;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace InsightEngine.Api.Hosting;

/// <summary>What <c>--demo</c> does once the service runs: load an invented company as a client would, and show a brief of its last day.</summary>
sealed class Demo(WebApplication app)
{
    const string Tenant = "harborlight";
    static readonly TimeSpan KeyLife = TimeSpan.FromHours(12);

    public static async Task RunAsync(WebApplication app)
    {
        await app.StartAsync();
        await new Demo(app).ShowAsync(app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
    }

    async Task ShowAsync(CancellationToken ct)
    {
        try
        {
            await LoadAsync(ct);
            await using var scope = app.Services.CreateAsyncScope();
            var (brief, names, key) = await BriefOfTheLastDayAsync(scope.ServiceProvider, ct);
            TerminalBrief.Write(brief, names);
            var operatorKey = scope.ServiceProvider.GetRequiredService<IConfiguration>()["INSIGHT_ADMIN_KEY"]!;
            WriteAddresses(app.Urls.First(), brief, key, operatorKey);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Ctrl-C while it was loading.
        }
    }

    async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<ManageKeys>().CreateTenantAsync(Tenant, "Harborlight (demonstration)", openGoals: true, ct) is not null)
        {
            var receive = services.GetRequiredService<ReceiveImport>();
            await using var bundle = Zip(DemoFolder());
            var import = await receive.ReceiveAsync(Tenant, bundle, dryRun: false, "", ct) ?? throw new HostException("The demonstration company is larger than a bundle may be.");
            services.GetRequiredService<QueueJobs>().ImportReceived(Tenant, import.Id);
        }
        await AnsiConsole.Progress().AutoClear(true).HideCompleted(true).StartAsync(async progress =>
        {
            var rows = progress.AddTask("Reading the demonstration company");
            var understood = progress.AddTask("Understanding it", autoStart: false);
            while (await services.GetRequiredService<InsightDb>().PendingImports.AnyAsync(p => p.TenantId == Tenant, ct))
            {
                await using var polling = app.Services.CreateAsyncScope();
                var db = polling.ServiceProvider.GetRequiredService<InsightDb>();
                await using var transaction = await db.BeginAsync(Tenant, ct);
                if (await db.Imports.AsNoTracking().OrderByDescending(i => i.ReceivedAt).FirstAsync(ct) is { Total: > 0 } import)
                    rows.MaxValue(import.Total).Value = import.Processed;
                await Task.Delay(200, ct);
            }
            rows.Value = rows.MaxValue;
            understood.StartTask();
            int pending, total = 0;
            while ((pending = await services.GetRequiredService<InsightDb>().PendingEvidence.CountAsync(p => p.TenantId == Tenant, ct)) > 0)
            {
                total = Math.Max(total, pending);
                understood.MaxValue(total).Value = total - pending;
                await Task.Delay(200, ct);
            }
            understood.Value = understood.MaxValue;
        });
    }

    static async Task<(Brief Brief, Dictionary<string, string> Names, string Key)> BriefOfTheLastDayAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<InsightDb>();
        await using var transaction = await db.BeginAsync(Tenant, ct);
        var lastDay = await db.CheckIns.MaxAsync(c => c.Date, ct);
        // The report of whom most is on record, so that the first brief shows what a brief can be.
        var pair = await db.Conversations.GroupBy(c => new { c.ManagerId, c.ReportId })
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(c => c.Date)).Select(g => g.Key).FirstAsync(ct);
        var brief = await services.GetRequiredService<PrepareBrief>().PrepareAsync(new(Tenant, pair.ManagerId), pair.ReportId, lastDay, ct)
            ?? throw new HostException($"{pair.ManagerId} is not the manager of {pair.ReportId} any more.");
        var key = await services.GetRequiredService<ManageKeys>().IssueAsync(Tenant, "demonstration", [Scopes.ReadInsights], ct, pair.ManagerId, KeyLife);
        var names = await db.People.ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        await transaction.CommitAsync(ct);
        return (brief, names, key.Key);
    }

    static void WriteAddresses(string url, Brief brief, string key, string operatorKey)
    {
        var page = Uri.EscapeDataString($"/v1/briefs?report={brief.Report}&asOf={brief.AsOf:yyyy-MM-dd}");
        Console.WriteLine(
            $"""

            This brief as a page   {url}/console/enter?key={key}&to={page}
            The API in Swagger     {url}/swagger
            The jobs               {url}/jobs   (any user name, the operator's key as password)
            A manager's key        {key}
            The operator's key     {operatorKey}

            curl -H "Authorization: Bearer {key}" -H "Accept: text/markdown" "{url}/v1/briefs?report={brief.Report}&asOf={brief.AsOf:yyyy-MM-dd}"

            Ctrl-C stops the service and its database; what was loaded is kept.
            """);
    }

    static string DemoFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "evaluation", "fixtures", Tenant) is var found && Directory.Exists(found))
                return found;
        throw new HostException("The demonstration company (evaluation/fixtures) is not beside the program; start with --no-demo.");
    }

    static FileStream Zip(string folder)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                if (Path.GetRelativePath(folder, path).Replace('\\', '/') is var name && !name.StartsWith("labels/", StringComparison.Ordinal))
                    zip.CreateEntryFromFile(path, name);
        file.Position = 0;
        return file;
    }
}
