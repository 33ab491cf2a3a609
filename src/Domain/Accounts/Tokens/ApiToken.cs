using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Tokens;

// ACC-24
/// <summary>What a program, such as practice-management software, signs in with instead of a person. Only the hash of its secret is stored.</summary>
public sealed class ApiToken : IEntity
{
    /// <summary>The beginning of every secret: scanners for leaked secrets find it by that.</summary>
    public const string Prefix = "pgt_";

    private const int HintLength = 4;

    public long Id { get; private set; }
    public long AccountId { get; private set; }

    /// <summary>The account that the program works for.</summary>
    public ProviderAccount? Account { get; init; }

    /// <summary>What it is for, in the words of who created it.</summary>
    public required string Name { get; init; }

    public required string Hash { get; init; }

    /// <summary>The first characters of the secret, to tell tokens apart.</summary>
    public required string Hint { get; init; }

    /// <summary>Dotted names, separated by blanks, as they are stored.</summary>
    public required string PermissionList { get; init; }

    public required long CreatedById { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last instant at which it is good (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was revoked (UTC); null while it is not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public long? RevokedById { get; private set; }

    /// <summary>When it was last used, to the minute (UTC); null when it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public IReadOnlyList<Permission> Permissions => [.. PermissionList.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PermissionNames.Find).OfType<Permission>()];

    public bool IsGoodAt(DateTimeOffset now) => RevokedAt is null && now <= ExpiresAt;

    public void Revoke(DateTimeOffset at, long? by)
    {
        if (RevokedAt is null) (RevokedAt, RevokedById) = (at, by);
    }

    public static string NewSecret() => Prefix + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 43);

    /// <summary>The secret has 256 bits: a plain hash is as good as a slow one.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static string HintOf(string secret) => secret[..(Prefix.Length + HintLength)];
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.Property(t => t.Name).HasMaxLength(60);
        token.Property(t => t.Hash).HasMaxLength(64);
        token.Property(t => t.Hint).HasMaxLength(12);
        token.Property(t => t.PermissionList).HasMaxLength(1000);
        token.Ignore(t => t.Permissions);
        token.HasOne(t => t.Account).WithMany().HasForeignKey(t => t.AccountId);
        token.HasOne<User>().WithMany().HasForeignKey(t => t.CreatedById);
        token.HasIndex(t => t.Hash).IsUnique();
    }
}
