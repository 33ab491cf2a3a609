using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Links;

/// <summary>Whether a link is in use.</summary>
public enum LinkState
{
    /// <summary>The user works for the account.</summary>
    Active,

    /// <summary>The link was ended.</summary>
    Revoked,
}

// ACC-11
/// <summary>A further provider account that a user works for with the same sign-in.</summary>
public sealed class AccountLink : IEntity
{
    public long Id { get; private set; }
    public long UserId { get; private set; }
    public long AccountId { get; private set; }

    /// <summary>Who works for the account.</summary>
    public User? User { get; init; }

    /// <summary>The account.</summary>
    public ProviderAccount? Account { get; init; }

    /// <summary>Whether it is in use.</summary>
    public LinkState State { get; private set; } = LinkState.Active;

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset LinkedAt { get; set; }

    public long? RevokedById { get; private set; }

    /// <summary>When it was ended (UTC); null while it is in use.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Whether somebody else than the user ended it: then the user cannot link the account anew.</summary>
    public bool IsTakenBack => State is LinkState.Revoked && RevokedById != UserId;

    // A.2: ACTIVE→REVOKED
    public void Revoke(DateTimeOffset at, long? by) => (State, RevokedAt, RevokedById) = (LinkState.Revoked, at, by);

    /// <summary>The user proved the account anew: there is one row for a user and an account.</summary>
    public void Renew(DateTimeOffset at) => (State, LinkedAt, RevokedAt, RevokedById) = (LinkState.Active, at, null, null);
}

internal sealed class AccountLinkMapping : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> link)
    {
        link.HasOne(l => l.User).WithMany().HasForeignKey(l => l.UserId);
        link.HasOne(l => l.Account).WithMany().HasForeignKey(l => l.AccountId);
        link.Ignore(l => l.IsTakenBack);
        link.HasIndex(l => new { l.UserId, l.AccountId }).IsUnique();
    }
}
