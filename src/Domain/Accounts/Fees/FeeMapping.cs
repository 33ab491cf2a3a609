using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.Fees;

internal sealed class FeeScheduleMapping : IEntityTypeConfiguration<FeeSchedule>
{
    public void Configure(EntityTypeBuilder<FeeSchedule> schedule)
    {
        schedule.Property(s => s.Name).HasMaxLength(FeeSchedule.NameLength);
        schedule.Property(s => s.DocumentUrl).HasMaxLength(ContentPolicy.LinkLength);
    }
}

internal sealed class FeeScheduleRowMapping : IEntityTypeConfiguration<FeeScheduleRow>
{
    public void Configure(EntityTypeBuilder<FeeScheduleRow> row)
    {
        row.Property(r => r.Code).HasMaxLength(5);
        row.Property(r => r.Modifier).HasMaxLength(2);
        row.Property(r => r.Unit).HasMaxLength(FeeScheduleRow.UnitLength);
        row.HasOne(r => r.Schedule).WithMany().HasForeignKey(r => r.ScheduleId);
        row.HasIndex(r => new { r.ScheduleId, r.Code, r.From });
    }
}
