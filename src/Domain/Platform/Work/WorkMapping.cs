using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Graph.Domain.Platform.Work;

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.Property(i => i.Queue).HasMaxLength(40);
        item.Property(i => i.SubjectType).HasMaxLength(60);
        item.Property(i => i.SubjectNumber).HasMaxLength(40);
        item.Property(i => i.Reason).HasMaxLength(200);
        item.Property(i => i.AssigneeName).HasMaxLength(100);
        item.HasIndex(i => new { i.Queue, i.State, i.DueAt });
        item.HasIndex(i => new { i.SubjectType, i.SubjectId });
        item.HasIndex(i => new { i.AssigneeId, i.State });
        item.HasMany(i => i.Notes).WithOne().HasForeignKey(n => n.WorkItemId);
        item.Navigation(i => i.Notes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class WorkNoteMapping : IEntityTypeConfiguration<WorkNote>
{
    public void Configure(EntityTypeBuilder<WorkNote> note)
    {
        note.Property(n => n.Text).HasMaxLength(4000);
        note.Property(n => n.ByName).HasMaxLength(100);
    }
}
