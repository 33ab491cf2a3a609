using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Domain.Accounts.Grievances;

internal sealed class GrievanceMapping : IEntityTypeConfiguration<Grievance>
{
    public void Configure(EntityTypeBuilder<Grievance> grievance)
    {
        grievance.Property(g => g.Number).HasMaxLength(20);
        grievance.Property(g => g.Narrative).HasMaxLength(Grievance.NarrativeLength);
        grievance.Property(g => g.Resolution).HasMaxLength(Grievance.ResolutionLength);
        grievance.HasOne<ProviderAccount>().WithMany().HasForeignKey(g => g.AccountId);
        grievance.HasOne<User>().WithMany().HasForeignKey(g => g.FiledById);
        grievance.HasOne<Member>().WithMany().HasForeignKey(g => g.MemberId);
        grievance.HasMany(g => g.Files).WithOne().HasForeignKey(f => f.GrievanceId);
        grievance.Navigation(g => g.Files).UsePropertyAccessMode(PropertyAccessMode.Field);
        grievance.HasIndex(g => g.Number).IsUnique();
        grievance.HasIndex(g => new { g.AccountId, g.Market });
        grievance.HasIndex(g => g.FiledById);
        grievance.HasIndex(g => g.MemberId);
    }
}

internal sealed class GrievanceFileMapping : IEntityTypeConfiguration<GrievanceFile>
{
    public void Configure(EntityTypeBuilder<GrievanceFile> file)
    {
        file.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId);
        file.HasIndex(f => f.FileId).IsUnique();
        file.HasIndex(f => f.GrievanceId);
    }
}
