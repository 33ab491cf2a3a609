using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Members;

namespace Portal.Graph.Domain.Claims;

internal sealed class ClaimMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.ToTable("Claims");
        claim.Ignore(c => c.Status);
        claim.Ignore(c => c.Fingerprint);
        claim.Property(c => c.Number).HasMaxLength(20);
        claim.Property(c => c.MemberIdGiven).HasMaxLength(20);
        claim.Property(c => c.BillingNpi).HasMaxLength(10);
        claim.Property(c => c.RenderingNpi).HasMaxLength(10);
        claim.Property(c => c.PatientAccountNumber).HasMaxLength(38);
        claim.Property(c => c.DocumentControlNumber).HasMaxLength(40);
        claim.Property(c => c.CheckNumber).HasMaxLength(40);
        claim.Property(c => c.CheckNumberKey).HasMaxLength(40);

        claim.HasIndex(c => c.Number).IsUnique();
        // Duplicates, member history and member searches.
        claim.HasIndex(c => new { c.MemberId, c.FirstServiceDate });
        // Searches by date within the own accounts, and their order.
        claim.HasIndex(c => new { c.BillingAccountId, c.FirstServiceDate });
        claim.HasIndex(c => new { c.RenderingAccountId, c.FirstServiceDate });
        claim.HasIndex(c => new { c.BillingAccountId, c.ReceivedDate });
        claim.HasIndex(c => new { c.RenderingAccountId, c.ReceivedDate });
        claim.HasIndex(c => new { c.BillingAccountId, c.PatientAccountNumber });
        claim.HasIndex(c => c.CheckNumberKey);
        // Staff lists over all accounts.
        claim.HasIndex(c => new { c.State, c.FirstServiceDate });
        claim.HasIndex(c => new { c.FirstServiceDate, c.Id });
        claim.HasIndex(c => c.ReceivedDate);

        claim.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        claim.HasOne<ProviderAccount>().WithMany().HasForeignKey(c => c.BillingAccountId);
        claim.HasOne<ProviderAccount>().WithMany().HasForeignKey(c => c.RenderingAccountId);
        claim.HasOne(c => c.Replaces).WithMany().HasForeignKey(c => c.ReplacesClaimId);
        claim.HasOne<Claim>().WithMany().HasForeignKey(c => c.ResubmissionOfId);
        claim.HasMany(c => c.LineItems).WithOne().HasForeignKey(l => l.ClaimId);
        claim.HasMany(c => c.DiagnosisItems).WithOne().HasForeignKey(d => d.ClaimId);
        claim.HasMany(c => c.OtherPayerItems).WithOne().HasForeignKey(p => p.ClaimId);
        claim.HasMany(c => c.ReasonItems).WithOne().HasForeignKey(r => r.ClaimId);
        claim.HasMany(c => c.RejectionItems).WithOne().HasForeignKey(r => r.ClaimId);
        claim.HasMany(c => c.EventItems).WithOne().HasForeignKey(e => e.ClaimId);
        claim.HasOne(c => c.Form).WithOne().HasForeignKey<SubmittedForm>(f => f.ClaimId);
    }
}

internal sealed class ClaimLineMapping : IEntityTypeConfiguration<ClaimLine>
{
    public void Configure(EntityTypeBuilder<ClaimLine> line)
    {
        line.ToTable("ClaimLines");
        line.Ignore(l => l.Modifiers);
        line.Ignore(l => l.Fingerprint);
        line.Property(l => l.ModifierText).HasColumnName("Modifiers").HasMaxLength(20);
        line.Property(l => l.Code).HasMaxLength(10);
        line.Property(l => l.RevenueCode).HasMaxLength(4);
        line.Property(l => l.DiagnosisPointer).HasMaxLength(4);
        line.Property(l => l.PlaceOfService).HasMaxLength(2);
        line.Property(l => l.Tooth).HasMaxLength(4);
        line.Property(l => l.Surface).HasMaxLength(6);
        line.HasIndex(l => new { l.ClaimId, l.No }).IsUnique();
    }
}

internal sealed class ClaimDiagnosisMapping : IEntityTypeConfiguration<ClaimDiagnosis>
{
    public void Configure(EntityTypeBuilder<ClaimDiagnosis> diagnosis)
    {
        diagnosis.ToTable("ClaimDiagnoses");
        diagnosis.Ignore(d => d.Letter);
        diagnosis.Ignore(d => d.DisplayCode);
        diagnosis.Ignore(d => d.Title);
        diagnosis.Property(d => d.Code).HasMaxLength(7);
        diagnosis.HasIndex(d => new { d.ClaimId, d.No }).IsUnique();
    }
}

internal sealed class ClaimOtherPayerMapping : IEntityTypeConfiguration<ClaimOtherPayer>
{
    public void Configure(EntityTypeBuilder<ClaimOtherPayer> payer)
    {
        payer.ToTable("ClaimOtherPayers");
        payer.Ignore(p => p.Detail);
        payer.Property(p => p.DetailJson).HasColumnName("Detail");
        payer.Property(p => p.Name).HasMaxLength(120);
        payer.Property(p => p.PolicyNumber).HasMaxLength(60);
        payer.HasIndex(p => new { p.ClaimId, p.No }).IsUnique();
    }
}

internal sealed class ClaimReasonMapping : IEntityTypeConfiguration<ClaimReason>
{
    public void Configure(EntityTypeBuilder<ClaimReason> reason)
    {
        reason.ToTable("ClaimReasons");
        reason.Property(r => r.Code).HasMaxLength(10);
        reason.HasIndex(r => new { r.ClaimId, r.LineNo });
    }
}

internal sealed class ClaimRejectionMapping : IEntityTypeConfiguration<ClaimRejection>
{
    public void Configure(EntityTypeBuilder<ClaimRejection> rejection)
    {
        rejection.ToTable("ClaimRejections");
        rejection.Property(r => r.Code).HasMaxLength(60);
        rejection.Property(r => r.Field).HasMaxLength(80);
        rejection.HasIndex(r => r.ClaimId);
    }
}

internal sealed class ClaimEventMapping : IEntityTypeConfiguration<ClaimEvent>
{
    public void Configure(EntityTypeBuilder<ClaimEvent> step)
    {
        step.ToTable("ClaimEvents");
        step.Property(e => e.Note).HasMaxLength(4000);
        step.HasIndex(e => new { e.ClaimId, e.At });
    }
}

internal sealed class SubmittedFormMapping : IEntityTypeConfiguration<SubmittedForm>
{
    public void Configure(EntityTypeBuilder<SubmittedForm> form)
    {
        form.ToTable("ClaimForms");
        form.HasKey(f => f.ClaimId);
        form.Ignore(f => f.Form);
        form.Property(f => f.Json).HasColumnName("Form");
    }
}

internal sealed class ClaimDraftMapping : IEntityTypeConfiguration<ClaimDraft>
{
    public void Configure(EntityTypeBuilder<ClaimDraft> draft)
    {
        draft.ToTable("ClaimDrafts");
        draft.Ignore(d => d.Form);
        draft.Ignore(d => d.OtherPayers);
        draft.Property(d => d.FormText).HasColumnName("Form");
        draft.Property(d => d.OtherPayersText).HasColumnName("OtherPayers");
        draft.Property(d => d.MemberIdGiven).HasMaxLength(20);
        draft.HasIndex(d => new { d.AccountId, d.State, d.ChangedAt });
        draft.HasOne<ProviderAccount>().WithMany().HasForeignKey(d => d.AccountId);
        draft.HasOne(d => d.Claim).WithMany().HasForeignKey(d => d.ClaimId);
    }
}
