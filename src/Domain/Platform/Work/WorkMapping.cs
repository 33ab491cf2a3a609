using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Work.Information;

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
        item.HasIndex(i => new { i.Queue, i.State, i.Market, i.DueAt });
        item.HasIndex(i => new { i.Queue, i.ReceivedAt });
        item.HasIndex(i => new { i.SubjectType, i.SubjectId });
        item.HasIndex(i => i.SubjectNumber);
        item.HasIndex(i => new { i.AccountId, i.Queue });
        item.HasIndex(i => new { i.AssigneeId, i.State });
        item.HasMany(i => i.Notes).WithOne().HasForeignKey(n => n.WorkItemId);
        item.HasMany(i => i.Events).WithOne().HasForeignKey(e => e.WorkItemId);
        item.HasMany(i => i.Pauses).WithOne().HasForeignKey(p => p.WorkItemId);
        item.Navigation(i => i.Notes).UsePropertyAccessMode(PropertyAccessMode.Field);
        item.Navigation(i => i.Events).UsePropertyAccessMode(PropertyAccessMode.Field);
        item.Navigation(i => i.Pauses).UsePropertyAccessMode(PropertyAccessMode.Field);
        item.Ignore(i => i.IsOpen);
        item.Ignore(i => i.IsHeld);
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

internal sealed class ClockPauseMapping : IEntityTypeConfiguration<ClockPause>
{
    public void Configure(EntityTypeBuilder<ClockPause> pause) => pause.HasIndex(p => p.WorkItemId);
}

internal sealed class WorkEventMapping : IEntityTypeConfiguration<WorkEvent>
{
    public void Configure(EntityTypeBuilder<WorkEvent> step)
    {
        step.Property(e => e.ByName).HasMaxLength(100);
        step.Property(e => e.ToName).HasMaxLength(100);
        step.HasIndex(e => e.WorkItemId);
        step.HasIndex(e => new { e.Step, e.At });
    }
}

internal sealed class InformationRequestMapping : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> request)
    {
        request.Property(r => r.SubjectType).HasMaxLength(60);
        request.Property(r => r.SubjectNumber).HasMaxLength(40);
        request.Property(r => r.Text).HasMaxLength(InformationRequest.TextLength);
        request.Property(r => r.Answer).HasMaxLength(InformationRequest.TextLength);
        request.Property(r => r.AskedBy).HasMaxLength(100);
        request.Property(r => r.AnsweredBy).HasMaxLength(100);
        request.HasOne<WorkItem>().WithMany().HasForeignKey(r => r.WorkItemId);
        request.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.InformationRequestId);
        request.Navigation(r => r.Files).UsePropertyAccessMode(PropertyAccessMode.Field);
        request.HasIndex(r => new { r.SubjectType, r.SubjectId });
        request.HasIndex(r => r.SubjectNumber);
        request.HasIndex(r => new { r.AccountId, r.State, r.DueAt });
    }
}

internal sealed class InformationFileMapping : IEntityTypeConfiguration<InformationFile>
{
    public void Configure(EntityTypeBuilder<InformationFile> file)
    {
        file.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId);
        file.HasIndex(f => f.FileId).IsUnique();
    }
}
