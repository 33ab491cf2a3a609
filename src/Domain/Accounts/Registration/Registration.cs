using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>What came of giving the four proofs.</summary>
public enum RegistrationOutcome { Matched, NoMatch, Locked }

// ACC-01
/// <summary>One try to prove a provider by name, Tax ID, Provider ID and ZIP.</summary>
public sealed class Registration : IEntity
{
    public long Id { get; private set; }
    public required string ProviderName { get; init; }
    public required string TaxId { get; init; }
    public required string ProviderId { get; init; }
    public required string Zip { get; init; }
    public required RegistrationOutcome Outcome { get; init; }
    public string? Ip { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The account that was proved; null when none was.</summary>
    public long? AccountId { get; init; }

    /// <summary>The user that was created with it; a registration makes one.</summary>
    public long? UserId { get; private set; }

    /// <summary>When staff unlocked the Provider ID: the failure counts no more.</summary>
    public DateTimeOffset? ForgivenAt { get; private set; }

    public void Complete(long userId) => UserId = userId;

    public void Forgive(DateTimeOffset at) => ForgivenAt ??= at;
}

internal sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.Property(r => r.ProviderName).HasMaxLength(200);
        registration.Property(r => r.TaxId).HasMaxLength(9);
        registration.Property(r => r.ProviderId).HasMaxLength(12);
        registration.Property(r => r.Zip).HasMaxLength(10);
        registration.Property(r => r.Ip).HasMaxLength(45);
        registration.HasIndex(r => new { r.ProviderId, r.At });
        registration.HasIndex(r => new { r.Ip, r.At });
    }
}
