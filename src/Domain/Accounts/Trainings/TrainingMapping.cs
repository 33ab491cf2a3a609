using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Trainings;

internal sealed class TrainingMapping : IEntityTypeConfiguration<Training>
{
    public void Configure(EntityTypeBuilder<Training> training)
    {
        training.Property(t => t.Title).HasMaxLength(Training.TitleLength);
        training.Property(t => t.Description).HasMaxLength(Training.DescriptionLength);
        training.Property(t => t.Url).HasMaxLength(ContentPolicy.LinkLength);
        training.Property(t => t.Markets).HasCodes();
        training.Property(t => t.RequiredForLobs).HasCodes();
        training.Property(t => t.RequiredForKinds).HasCodes();
        training.HasIndex(t => t.Year);
    }
}

internal sealed class AttestationMapping : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> attestation)
    {
        attestation.Property(a => a.CareSourceProviderId).HasMaxLength(12);
        attestation.Property(a => a.Name).HasMaxLength(Attestation.NameLength);
        attestation.Property(a => a.JobTitle).HasMaxLength(Attestation.JobTitleLength);
        attestation.HasOne(a => a.Training).WithMany().HasForeignKey(a => a.TrainingId);
        attestation.HasOne<User>().WithMany().HasForeignKey(a => a.UserId);
        attestation.HasOne<ProviderAccount>().WithMany().HasForeignKey(a => a.AccountId);
        attestation.HasIndex(a => new { a.TrainingId, a.UserId }).IsUnique();
        attestation.HasIndex(a => a.UserId);
        attestation.HasIndex(a => a.AccountId);
    }
}
