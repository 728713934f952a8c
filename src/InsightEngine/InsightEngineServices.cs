using InsightEngine.Access;
using InsightEngine.Briefs;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Passages;
using InsightEngine.Priorities;
using InsightEngine.Processing;
using InsightEngine.Signals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace InsightEngine;

public static class InsightEngineServices
{
    /// <summary>Everything of the engine but its language models, over one database.</summary>
    public static IServiceCollection AddInsightEngine(this IServiceCollection services, string connectionString, string ownerConnectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new OwnerDatabase(ownerConnectionString));
        services.AddSingleton(_ => InsightDb.CreateSource(connectionString));
        services.AddDbContext<InsightDb>((provider, options) => InsightDb.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton(_ => new SignalReader());
        services.AddScoped<ManageKeys>();
        services.AddScoped<ReceiveEvidence>();
        services.AddScoped<DeleteEvidence>();
        services.AddScoped<StorePassages>();
        services.AddScoped<SearchPassages>();
        services.AddScoped<IndexLargeTenants>();
        services.AddSingleton<ReadSignals>();
        services.AddScoped<ReadEvidence>();
        services.AddScoped<ListGoals>();
        services.AddScoped<GatherEvidence>();
        services.AddScoped<PrepareBrief>();
        services.AddScoped<ReceiveImport>();
        services.AddScoped<ProcessEvidence>();
        services.AddScoped<ProcessImport>();
        services.AddScoped<QueueJobs>();
        services.AddScoped<Sweep>();
        services.AddScoped<ReembedPassages>();
        return services;
    }
}
