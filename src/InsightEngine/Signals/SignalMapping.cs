using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InsightEngine.Signals;

sealed class SignalMapping : IEntityTypeConfiguration<Signal>
{
    public void Configure(EntityTypeBuilder<Signal> signal)
    {
        signal.HasKey(s => new { s.TenantId, s.Id });
        signal.HasIndex(s => new { s.TenantId, s.ConversationId, s.UtteranceNumber });
        signal.HasIndex(s => new { s.TenantId, s.PersonId, s.Date });
        signal.HasOne<Conversation>().WithMany().HasForeignKey(s => new { s.TenantId, s.ConversationId }).OnDelete(DeleteBehavior.Cascade);
    }
}
