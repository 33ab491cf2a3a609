using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Terms;

// ACC-03
/// <summary>A version of the terms of use.</summary>
public sealed class TermsVersion : IEntity
{
    public long Id { get; private set; }

    /// <summary>The version's name, such as <c>2025-1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The terms, as plain text with empty lines between paragraphs.</summary>
    public required string Text { get; init; }

    /// <summary>From when on it must be accepted (UTC).</summary>
    public required DateTimeOffset ActiveFrom { get; init; }
}

/// <summary>That a user accepted a version, and when.</summary>
public sealed class TermsAcceptance : IEntity
{
    public long Id { get; private set; }
    public long UserId { get; private set; }
    public User? User { get; init; }
    public required long VersionId { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class TermsVersionMapping : IEntityTypeConfiguration<TermsVersion>
{
    public void Configure(EntityTypeBuilder<TermsVersion> terms)
    {
        terms.Property(t => t.Version).HasMaxLength(20);
        terms.HasIndex(t => t.Version).IsUnique();
        terms.HasIndex(t => t.ActiveFrom);
    }
}

internal sealed class TermsAcceptanceMapping : IEntityTypeConfiguration<TermsAcceptance>
{
    public void Configure(EntityTypeBuilder<TermsAcceptance> acceptance)
    {
        acceptance.HasOne(a => a.User).WithMany().HasForeignKey(a => a.UserId);
        acceptance.HasOne<TermsVersion>().WithMany().HasForeignKey(a => a.VersionId);
        acceptance.HasIndex(a => new { a.UserId, a.VersionId }).IsUnique();
        acceptance.HasIndex(a => a.VersionId);
    }
}
