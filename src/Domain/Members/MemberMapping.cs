using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Graph.Domain.Members;

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("Members");
        member.Property(m => m.SubscriberNumber).HasMaxLength(9);
        member.Property(m => m.Suffix).HasMaxLength(2);
        member.Property(m => m.MedicaidId).HasMaxLength(14);
        member.Property(m => m.CaseNumber).HasMaxLength(20);
        member.Property(m => m.FirstName).HasMaxLength(60);
        member.Property(m => m.LastName).HasMaxLength(60);
        member.Property(m => m.NameKey).HasMaxLength(121);
        member.Property(m => m.Language).HasMaxLength(40);
        member.Property(m => m.Phone).HasMaxLength(20);
        member.Ignore(m => m.Number);
        member.HasIndex(m => new { m.SubscriberNumber, m.Suffix }).IsUnique();
        member.HasIndex(m => m.MedicaidId);
        member.HasIndex(m => m.CaseNumber);
        member.HasIndex(m => new { m.NameKey, m.BirthDate });
        member.HasOne(m => m.Subscriber).WithMany().HasForeignKey(m => m.SubscriberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MemberAddressMapping : IEntityTypeConfiguration<MemberAddress>
{
    public void Configure(EntityTypeBuilder<MemberAddress> address)
    {
        address.ToTable("MemberAddresses");
        address.Property(a => a.Line1).HasMaxLength(120);
        address.Property(a => a.City).HasMaxLength(60);
        address.Property(a => a.State).HasMaxLength(2);
        address.Property(a => a.Zip).HasMaxLength(10);
        address.HasIndex(a => new { a.MemberId, a.From });
        address.HasOne(a => a.Member).WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PcpAttributionMapping : IEntityTypeConfiguration<PcpAttribution>
{
    public void Configure(EntityTypeBuilder<PcpAttribution> attribution)
    {
        attribution.ToTable("PcpAttributions");
        attribution.HasIndex(a => new { a.MemberId, a.From });
        attribution.HasIndex(a => new { a.AccountId, a.From, a.To });
        attribution.HasOne(a => a.Member).WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseManagerAssignmentMapping : IEntityTypeConfiguration<CaseManagerAssignment>
{
    public void Configure(EntityTypeBuilder<CaseManagerAssignment> assignment)
    {
        assignment.ToTable("CaseManagerAssignments");
        assignment.Property(a => a.Name).HasMaxLength(120);
        assignment.Property(a => a.Phone).HasMaxLength(20);
        assignment.HasIndex(a => new { a.MemberId, a.From });
        assignment.HasOne(a => a.Member).WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EligibilityInquiryMapping : IEntityTypeConfiguration<EligibilityInquiry>
{
    public void Configure(EntityTypeBuilder<EligibilityInquiry> inquiry)
    {
        inquiry.ToTable("EligibilityInquiries");
        inquiry.Property(i => i.CriteriaHash).HasMaxLength(64);
        inquiry.HasIndex(i => new { i.UserId, i.At });
    }
}
