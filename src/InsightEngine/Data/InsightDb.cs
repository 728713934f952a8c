using System.Linq.Expressions;
using InsightEngine.Access;
using InsightEngine.Evidence;
using InsightEngine.Passages;
using InsightEngine.Processing;
using InsightEngine.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace InsightEngine.Data;

/// <summary>
/// The one context. Rows of a tenant are seen only inside a transaction of <see cref="BeginAsync"/>: a filter in every query,
/// and row-level security in the database beneath it.
/// </summary>
public sealed class InsightDb(DbContextOptions<InsightDb> options) : DbContext(options)
{
    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<Feedback> Feedback => Set<Feedback>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Utterance> Utterances => Set<Utterance>();
    public DbSet<WorkEvent> WorkEvents => Set<WorkEvent>();
    public DbSet<Signal> Signals => Set<Signal>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<PendingEvidence> PendingEvidence => Set<PendingEvidence>();
    public DbSet<PendingImport> PendingImports => Set<PendingImport>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportChunk> ImportChunks => Set<ImportChunk>();

    /// <summary>The tenant of the running transaction.</summary>
    public string? TenantId { get; private set; }

    /// <summary>Opens a transaction that sees this tenant's rows and no others; dispose it to roll back.</summary>
    public async Task<IDbContextTransaction> BeginAsync(string tenantId, CancellationToken ct)
    {
        TenantId = tenantId;
        var transaction = await Database.BeginTransactionAsync(ct);
        // For this transaction alone: a setting of the session would leak to the next user of the pooled connection.
        await Database.ExecuteSqlAsync($"select set_config('app.tenant', {tenantId}, true)", ct);
        return transaction;
    }

    /// <summary>Everyone whom this person manages, directly (depth 1) or through others.</summary>
    public IQueryable<Subordinate> ReportsOf(string tenantId, string managerId) => FromExpression(() => ReportsOf(tenantId, managerId));

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, o => o.UseVector()).UseSnakeCaseNamingConvention();

    /// <summary>One per process: the pool of connections, with pgvector's types.</summary>
    public static NpgsqlDataSource CreateSource(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseVector();
        return builder.Build();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<EvidenceKind>().HaveConversion<WordConverter<EvidenceKind>>();
        configurationBuilder.Properties<Confidence>().HaveConversion<WordConverter<Confidence>>();
        configurationBuilder.Properties<FeedbackVisibility>().HaveConversion<WordConverter<FeedbackVisibility>>();
        configurationBuilder.Properties<Evidence.Transcripts.TranscriptFormat>().HaveConversion<WordConverter<Evidence.Transcripts.TranscriptFormat>>();
        configurationBuilder.Properties<SignalKind>().HaveConversion<WordConverter<SignalKind>>();
        configurationBuilder.Properties<ImportStatus>().HaveConversion<WordConverter<ImportStatus>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("vector");
        modelBuilder.Ignore<Reference>();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(InsightDb).Assembly);
        modelBuilder.HasDbFunction(typeof(InsightDb).GetMethod(nameof(ReportsOf))!).HasName("reports_of");
        modelBuilder.Entity<Subordinate>().HasNoKey().ToView(null);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(IsId))
                property.SetCollation("C");
            if (entity.ClrType.IsAssignableTo(typeof(ITenantOwned)))
                modelBuilder.Entity(entity.ClrType).HasQueryFilter(OfTenant(entity.ClrType));
        }
    }

    // Ids are compared and sorted byte by byte, so that pages of a list do not depend on the server's language.
    static bool IsId(IMutableProperty property) =>
        property.ClrType == typeof(string) && property.Name.EndsWith("Id", StringComparison.Ordinal);

    LambdaExpression OfTenant(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        var owner = Expression.Property(row, nameof(ITenantOwned.TenantId));
        return Expression.Lambda(Expression.Equal(owner, Expression.Property(Expression.Constant(this), nameof(TenantId))), row);
    }
}
