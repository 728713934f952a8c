using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InsightEngine.Access;

sealed class TenantMapping : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> tenant) => tenant.HasKey(t => t.Id);
}

sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.HasKey(k => k.Id);
        key.HasIndex(k => k.SecretHash).IsUnique();
        key.HasIndex(k => k.TenantId);
        key.HasOne<Tenant>().WithMany().HasForeignKey(k => k.TenantId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class IdempotentRequestMapping : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> request) => request.HasKey(r => new { r.TenantId, r.Route, r.Key });
}

sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit");
        entry.HasKey(e => new { e.TenantId, e.Number });
        entry.Property(e => e.Number).UseIdentityAlwaysColumn();
        entry.HasIndex(e => new { e.TenantId, e.SubjectId, e.Number });
    }
}
