using InsightEngine.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InsightEngine.Passages;

sealed class PassageMapping : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> passage)
    {
        passage.HasKey(p => new { p.TenantId, p.Kind, p.SourceId, p.Ordinal });
        passage.HasGeneratedTsVectorColumn(p => p.Words, "english", p => p.Text);
        passage.Property(p => p.Embedding).HasColumnType($"vector({EmbeddingModel.Dimensions})");
    }
}
