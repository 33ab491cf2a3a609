using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>What a mailed link is for.</summary>
public enum MailedTokenPurpose { VerifyEmail, ResetPassword, AcceptInvite, ChangeEmail }

/// <summary>A mailed link of one user for one purpose: good once, until its time is over. Only the hash of its secret is stored.</summary>
public sealed class MailedToken : IEntity
{
    public long Id { get; private set; }
    public long UserId { get; private set; }
    public User? User { get; init; }
    public required MailedTokenPurpose Purpose { get; init; }

    /// <summary>The half of the token that finds the row.</summary>
    public required string Selector { get; init; }

    public required string SecretHash { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The last instant at which it is good.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; private set; }
    public string? Ip { get; init; }

    /// <summary>The address that the link proves when it is not the user's yet; null otherwise.</summary>
    public string? Address { get; init; }

    public bool IsGoodAt(DateTimeOffset now) => UsedAt is null && now <= ExpiresAt;

    public void Use(DateTimeOffset now) => UsedAt ??= now;
}

internal sealed class MailedTokenMapping : IEntityTypeConfiguration<MailedToken>
{
    public void Configure(EntityTypeBuilder<MailedToken> token)
    {
        token.Property(t => t.Selector).HasMaxLength(32);
        token.Property(t => t.SecretHash).HasMaxLength(64);
        token.Property(t => t.Ip).HasMaxLength(45);
        token.Property(t => t.Address).HasMaxLength(254);
        token.HasOne(t => t.User).WithMany().HasForeignKey(t => t.UserId);
        token.HasIndex(t => t.Selector).IsUnique();
        token.HasIndex(t => new { t.UserId, t.Purpose, t.IssuedAt });
    }
}

/// <summary>Issues mailed links and takes them back, inside the caller's open write scope.</summary>
public sealed class MailedTokens(PortalDb db, LinkTokens links, TimeProvider clock)
{
    /// <summary>The public half, for the mail.</summary>
    public string Issue(User user, MailedTokenPurpose purpose, TimeSpan life, string? ip, string? address = null)
    {
        var (selector, hash) = links.New();
        var now = clock.GetUtcNow();
        db.Add(new MailedToken { User = user, Purpose = purpose, Selector = selector, SecretHash = hash, IssuedAt = now, ExpiresAt = now + life, Ip = ip, Address = address });
        return selector;
    }

    /// <summary>The link that the token proves, with its user; null when it is none, for something else, used or too old.</summary>
    public async Task<MailedToken?> FindGoodAsync(string token, MailedTokenPurpose purpose, CancellationToken ct)
    {
        token = token.Trim();
        if (LinkTokens.SelectorOf(token) is not { } selector) return null;
        await db.LockAsync($"link:{selector}", ct);
        var found = await db.Set<MailedToken>().Include(t => t.User).SingleOrDefaultAsync(t => t.Selector == selector && t.Purpose == purpose, ct);
        return found is not null && LinkTokens.Proves(token, found.SecretHash) && found.IsGoodAt(clock.GetUtcNow()) ? found : null;
    }

    /// <summary>All links of the user for the purpose are worthless from now on.</summary>
    public async Task RetireAsync(long userId, MailedTokenPurpose purpose, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var token in await db.Set<MailedToken>().Where(t => t.UserId == userId && t.Purpose == purpose && t.UsedAt == null).ToListAsync(ct)) token.Use(now);
    }

    /// <summary>How many were issued to the user since then.</summary>
    public Task<int> CountAsync(long userId, MailedTokenPurpose purpose, DateTimeOffset since, CancellationToken ct) =>
        db.Set<MailedToken>().CountAsync(t => t.UserId == userId && t.Purpose == purpose && t.IssuedAt > since, ct);
}
