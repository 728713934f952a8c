using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InsightEngine.Evidence;

sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.HasKey(p => new { p.TenantId, p.Id });
        person.HasOne<Person>().WithMany().HasForeignKey(p => new { p.TenantId, p.ManagerId }).OnDelete(DeleteBehavior.NoAction);
    }
}

sealed class GoalMapping : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.HasKey(g => new { g.TenantId, g.Id });
        goal.HasOne<Person>().WithMany().HasForeignKey(g => new { g.TenantId, g.OwnerId }).OnDelete(DeleteBehavior.NoAction);
        goal.HasOne<Goal>().WithMany().HasForeignKey(g => new { g.TenantId, g.ParentId }).OnDelete(DeleteBehavior.NoAction);
        goal.ToTable(t => t.HasCheckConstraint("ck_goals_due_after_start", "due >= start"));
    }
}

sealed class CheckInMapping : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> checkIn)
    {
        checkIn.HasKey(c => new { c.TenantId, c.Id });
        checkIn.HasIndex(c => new { c.TenantId, c.GoalId, c.Date }).IsUnique();
        checkIn.HasIndex(c => new { c.TenantId, c.AuthorId });
        checkIn.HasOne<Goal>().WithMany().HasForeignKey(c => new { c.TenantId, c.GoalId }).OnDelete(DeleteBehavior.Cascade);
        checkIn.HasOne<Person>().WithMany().HasForeignKey(c => new { c.TenantId, c.AuthorId }).OnDelete(DeleteBehavior.NoAction);
        checkIn.ToTable(t => t.HasCheckConstraint("ck_check_ins_id", "id = goal_id || '@' || to_char(date, 'YYYY-MM-DD')"));
    }
}

sealed class FeedbackMapping : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> feedback)
    {
        feedback.ToTable("feedback");
        feedback.HasKey(f => new { f.TenantId, f.Id });
        feedback.HasIndex(f => new { f.TenantId, f.ToId, f.Date });
        feedback.HasIndex(f => new { f.TenantId, f.FromId, f.Date });
        feedback.HasOne<Person>().WithMany().HasForeignKey(f => new { f.TenantId, f.FromId }).OnDelete(DeleteBehavior.NoAction);
        feedback.HasOne<Person>().WithMany().HasForeignKey(f => new { f.TenantId, f.ToId }).OnDelete(DeleteBehavior.NoAction);
        feedback.HasOne<Goal>().WithMany().HasForeignKey(f => new { f.TenantId, f.GoalId }).OnDelete(DeleteBehavior.NoAction);
    }
}

sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.HasKey(c => new { c.TenantId, c.Id });
        conversation.HasIndex(c => new { c.TenantId, c.ReportId, c.Date });
        conversation.HasIndex(c => new { c.TenantId, c.ManagerId, c.Date });
        conversation.HasOne<Person>().WithMany().HasForeignKey(c => new { c.TenantId, c.ManagerId }).OnDelete(DeleteBehavior.NoAction);
        conversation.HasOne<Person>().WithMany().HasForeignKey(c => new { c.TenantId, c.ReportId }).OnDelete(DeleteBehavior.NoAction);
        conversation.ToTable(t => t.HasCheckConstraint("ck_conversations_two_people", "manager_id <> report_id"));
    }
}

sealed class UtteranceMapping : IEntityTypeConfiguration<Utterance>
{
    public void Configure(EntityTypeBuilder<Utterance> utterance)
    {
        utterance.HasKey(u => new { u.TenantId, u.ConversationId, u.Number });
        utterance.HasOne<Conversation>().WithMany().HasForeignKey(u => new { u.TenantId, u.ConversationId }).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class WorkEventMapping : IEntityTypeConfiguration<WorkEvent>
{
    public void Configure(EntityTypeBuilder<WorkEvent> work)
    {
        work.HasKey(w => new { w.TenantId, w.Id });
        work.HasIndex(w => new { w.TenantId, w.PersonId, w.Date });
        work.HasOne<Person>().WithMany().HasForeignKey(w => new { w.TenantId, w.PersonId }).OnDelete(DeleteBehavior.NoAction);
        work.HasOne<Goal>().WithMany().HasForeignKey(w => new { w.TenantId, w.GoalId }).OnDelete(DeleteBehavior.NoAction);
    }
}

sealed class PendingEvidenceMapping : IEntityTypeConfiguration<PendingEvidence>
{
    public void Configure(EntityTypeBuilder<PendingEvidence> pending)
    {
        pending.ToTable("pending_evidence");
        pending.HasKey(p => new { p.TenantId, p.Kind, p.Id });
        pending.HasIndex(p => p.ReceivedAt);
    }
}
