using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace InsightEngine.Evaluation.Bench;

/// <summary>The engine on a private database in a folder that goes with it, with the settings that a service has there.</summary>
sealed class BenchDatabase : IAsyncDisposable
{
    readonly string folder;
    readonly PrivatePostgres postgres;
    readonly ServiceProvider services;

    BenchDatabase(string folder, PrivatePostgres postgres, IEmbeddingGenerator<string, Embedding<float>> embedder)
    {
        (this.folder, this.postgres) = (folder, postgres);
        services = new ServiceCollection().AddLogging().AddInsightEngine(postgres.ConnectionString, postgres.OwnerConnectionString)
            .AddSingleton(embedder).BuildServiceProvider();
    }

    public string OwnerConnectionString => postgres.OwnerConnectionString;

    /// <summary>The embedder is disposed with the database.</summary>
    public static async Task<BenchDatabase> StartAsync(IEmbeddingGenerator<string, Embedding<float>> embedder, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"insight-bench-{Guid.NewGuid():N}");
        var postgres = await PrivatePostgres.StartAsync(folder, NullLogger.Instance, ct);
        var database = new BenchDatabase(folder, postgres, embedder);
        try
        {
            await PrepareDatabase.MigrateAsync(postgres.OwnerConnectionString, _ => Task.CompletedTask, ct);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs something in a scope of its own, as a request or a job is run.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    /// <summary>Runs something in a scope and a transaction that sees one tenant, as a read is answered.</summary>
    public Task<T> AsTenantAsync<T>(string tenant, Func<IServiceProvider, InsightDb, Task<T>> run, CancellationToken ct) => InScopeAsync(async scope =>
    {
        var db = scope.GetRequiredService<InsightDb>();
        await using var transaction = await db.BeginAsync(tenant, ct);
        var result = await run(scope, db);
        await transaction.CommitAsync(ct);
        return result;
    });

    public Task CreateTenantAsync(string id, CancellationToken ct) =>
        InScopeAsync(scope => scope.GetRequiredService<ManageKeys>().CreateTenantAsync(id, id, openGoals: true, ct));

    /// <summary>Takes a bundle in and works it off as the service does: receive, import, process, each in its own scope.</summary>
    public async Task ImportAsync(string tenant, Stream zip, CancellationToken ct)
    {
        var received = await InScopeAsync(scope => scope.GetRequiredService<ReceiveImport>().ReceiveAsync(tenant, zip, dryRun: false, "", ct))
            ?? throw new InvalidOperationException("The bundle is larger than a bundle may be.");
        await InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<ProcessImport>().RunAsync(tenant, received.Id, ct);
            return 0;
        });
        await InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<ProcessEvidence>().RunAsync(tenant, ct);
            return 0;
        });
        var import = await AsTenantAsync(tenant, (_, db) => db.Imports.AsNoTracking().SingleAsync(i => i.Id == received.Id, ct), ct);
        if (import.Status != ImportStatus.Completed || import.Errors.Count > 0)
            throw new InvalidOperationException($"The import of {tenant} ended {import.Status} with {import.Errors.Count} errors: {import.Errors.FirstOrDefault()?.Message}");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
