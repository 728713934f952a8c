using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InsightEngine.Processing;

sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.HasKey(i => new { i.TenantId, i.Id });
        import.ComplexProperty(i => i.Counts, counts => counts.ToJson());
        import.OwnsMany(i => i.Errors, errors => errors.ToJson());
    }
}

sealed class ImportChunkMapping : IEntityTypeConfiguration<ImportChunk>
{
    public void Configure(EntityTypeBuilder<ImportChunk> chunk)
    {
        chunk.HasKey(c => new { c.TenantId, c.ImportId, c.Number });
        chunk.HasOne<Import>().WithMany().HasForeignKey(c => new { c.TenantId, c.ImportId }).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class PendingImportMapping : IEntityTypeConfiguration<PendingImport>
{
    public void Configure(EntityTypeBuilder<PendingImport> pending) => pending.HasKey(p => new { p.TenantId, p.ImportId });
}
