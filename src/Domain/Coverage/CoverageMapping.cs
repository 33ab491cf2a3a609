using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Graph.Domain.Coverage;

internal sealed class ProgramEnrollmentMapping : IEntityTypeConfiguration<ProgramEnrollment>
{
    public void Configure(EntityTypeBuilder<ProgramEnrollment> enrollment)
    {
        enrollment.ToTable("ProgramEnrollments");
        enrollment.Property(e => e.ProgramName).HasMaxLength(80);
        enrollment.Property(e => e.GroupName).HasMaxLength(80);
        enrollment.HasIndex(e => new { e.MemberId, e.Market });
        enrollment.HasOne(e => e.Member).WithMany().HasForeignKey(e => e.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EligibilitySpanMapping : IEntityTypeConfiguration<EligibilitySpan>
{
    public void Configure(EntityTypeBuilder<EligibilitySpan> span)
    {
        span.ToTable("EligibilitySpans");
        span.Ignore(s => s.Dates);
        span.Property(s => s.Reason).HasMaxLength(120);
        span.HasIndex(s => new { s.MemberId, s.Effective });
        span.HasIndex(s => new { s.EnrollmentId, s.Effective });
        span.HasOne(s => s.Member).WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Restrict);
        span.HasOne(s => s.Enrollment).WithMany().HasForeignKey(s => s.EnrollmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CobRecordMapping : IEntityTypeConfiguration<CobRecord>
{
    public void Configure(EntityTypeBuilder<CobRecord> record)
    {
        record.ToTable("CobRecords");
        record.Ignore(r => r.Dates);
        record.Property(r => r.Carrier).HasMaxLength(80);
        record.Property(r => r.PolicyNumber).HasMaxLength(40);
        record.Property(r => r.GroupNumber).HasMaxLength(40);
        record.Property(r => r.HolderName).HasMaxLength(121);
        record.Property(r => r.Phone).HasMaxLength(20);
        record.HasIndex(r => new { r.MemberId, r.Priority, r.Effective });
        record.HasOne(r => r.Member).WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
