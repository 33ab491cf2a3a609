using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Graph.Domain.Accounts;

internal sealed class ProviderAccountMapping : IEntityTypeConfiguration<ProviderAccount>
{
    public void Configure(EntityTypeBuilder<ProviderAccount> account)
    {
        account.Property(a => a.Name).HasMaxLength(200);
        account.Property(a => a.TaxId).HasMaxLength(9);
        account.Property(a => a.CareSourceProviderId).HasMaxLength(12);
        account.Property(a => a.Npi).HasMaxLength(10);
        account.HasIndex(a => a.CareSourceProviderId).IsUnique();
        account.HasIndex(a => a.Npi);
        account.HasIndex(a => a.TaxId);
        account.HasMany(a => a.Markets).WithOne().HasForeignKey(m => m.AccountId);
        account.HasMany(a => a.Addresses).WithOne().HasForeignKey(a => a.AccountId);
        account.Navigation(a => a.Markets).UsePropertyAccessMode(PropertyAccessMode.Field);
        account.Navigation(a => a.Addresses).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ProviderMarketMapping : IEntityTypeConfiguration<ProviderMarket>
{
    public void Configure(EntityTypeBuilder<ProviderMarket> market) =>
        market.HasIndex(m => new { m.AccountId, m.Market, m.Lob, m.EffectiveFrom }).IsUnique();
}

internal sealed class ProviderAddressMapping : IEntityTypeConfiguration<ProviderAddress>
{
    public void Configure(EntityTypeBuilder<ProviderAddress> address)
    {
        address.ToTable("ProviderAddresses");
        address.Property(a => a.Line1).HasMaxLength(120);
        address.Property(a => a.Line2).HasMaxLength(120);
        address.Property(a => a.City).HasMaxLength(80);
        address.Property(a => a.State).HasMaxLength(2);
        address.Property(a => a.Zip).HasMaxLength(10);
        address.Property(a => a.Phone).HasMaxLength(20);
        address.Property(a => a.Fax).HasMaxLength(20);
        address.HasIndex(a => new { a.AccountId, a.Kind });
    }
}

internal sealed class PractitionerMapping : IEntityTypeConfiguration<Practitioner>
{
    public void Configure(EntityTypeBuilder<Practitioner> practitioner)
    {
        practitioner.Property(p => p.Npi).HasMaxLength(10);
        practitioner.Property(p => p.FirstName).HasMaxLength(60);
        practitioner.Property(p => p.LastName).HasMaxLength(60);
        practitioner.Property(p => p.Specialty).HasMaxLength(80);
        practitioner.Property(p => p.ExtenderType).HasMaxLength(20);
        practitioner.Property(p => p.LicenceNumber).HasMaxLength(30);
        practitioner.Property(p => p.LicenceState).HasMaxLength(2);
        practitioner.HasIndex(p => p.Npi).IsUnique();
        practitioner.HasMany(p => p.Affiliations).WithOne().HasForeignKey(a => a.PractitionerId);
        practitioner.Navigation(p => p.Affiliations).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PractitionerAffiliationMapping : IEntityTypeConfiguration<PractitionerAffiliation>
{
    public void Configure(EntityTypeBuilder<PractitionerAffiliation> affiliation)
    {
        affiliation.HasOne(a => a.Account).WithMany().HasForeignKey(a => a.AccountId);
        // PostgreSQL cuts names after 63 characters.
        affiliation.HasIndex(a => new { a.PractitionerId, a.AccountId, a.EffectiveFrom }).IsUnique()
            .HasDatabaseName("IX_PractitionerAffiliations_Start");
        affiliation.Property(a => a.GenderLimit).HasMaxLength(10);
    }
}
