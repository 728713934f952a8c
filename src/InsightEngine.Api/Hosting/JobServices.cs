using Hangfire;
using Hangfire.PostgreSql;
using InsightEngine.Passages;
using InsightEngine.Processing;
using Npgsql;

namespace InsightEngine.Api.Hosting;

/// <summary>When jobs are taken up and given up.</summary>
sealed class JobOptions
{
    /// <summary>A job whose worker was killed starts again elsewhere after this; a running one renews it, however long it runs.</summary>
    public int InvisibilitySeconds { get; set; } = 60;

    /// <summary>Jobs at once in this process.</summary>
    public int Workers { get; set; } = Math.Max(2, Environment.ProcessorCount);
}

static class JobServices
{
    /// <summary>The queue always; a server that works it off unless this process is <c>api</c> alone.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Jobs").Get<JobOptions>() ?? new();
        GlobalJobFilters.Filters.Remove<AutomaticRetryAttribute>();
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseFilter(new AutomaticRetryAttribute { Attempts = 8, DelaysInSeconds = [2, 10, 30, 60, 300, 900, 1800, 3600], LogEvents = false })
            .UsePostgreSqlStorage(
                storage => storage.UseConnectionFactory(new SharedPool(provider.GetRequiredService<NpgsqlDataSource>())),
                new PostgreSqlStorageOptions
                {
                    SchemaName = "hangfire",
                    PrepareSchemaIfNecessary = false,
                    QueuePollInterval = TimeSpan.FromSeconds(1),
                    InvisibilityTimeout = TimeSpan.FromSeconds(options.InvisibilitySeconds),
                    UseSlidingInvisibilityTimeout = true,
                }));
        if (configuration["Role"] is null or "worker" or "both")
        {
            services.AddHangfireServer(server =>
            {
                server.WorkerCount = options.Workers;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
                server.HeartbeatInterval = TimeSpan.FromSeconds(10);
                server.ServerTimeout = TimeSpan.FromSeconds(60);
                server.ServerCheckInterval = TimeSpan.FromSeconds(15);
            });
            services.AddHostedService<Schedule>();
        }
        return services;
    }

    /// <summary>The jobs that come round, and the one that every start asks for.</summary>
    sealed class Schedule(IRecurringJobManager recurring, IBackgroundJobClient jobs) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            recurring.AddOrUpdate<Sweep>("sweep", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
            recurring.AddOrUpdate<IndexLargeTenants>("index-large-tenants", job => job.RunAsync(CancellationToken.None), Cron.Hourly());
            jobs.Enqueue<ReembedPassages>(job => job.RunAsync(CancellationToken.None));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    sealed class SharedPool(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }
}
