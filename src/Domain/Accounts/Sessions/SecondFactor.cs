using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>The secret of an authenticator app that is being set up; it counts once a code of it was entered.</summary>
public sealed class SecondFactorSetup : IEntity
{
    /// <summary>How long the code may take.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public long Id { get; private set; }
    public required long UserId { get; init; }
    public string Secret { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }

    public void Start(string secret, DateTimeOffset at) => (Secret, StartedAt) = (secret, at);

    public bool IsOpenAt(DateTimeOffset now) => now - StartedAt <= Life;
}

/// <summary>A code to sign in with when the authenticator app is lost; stored as its hash, good once.</summary>
public sealed class RecoveryCode : IEntity
{
    public const int Count = 10;
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public long Id { get; private set; }
    public required long UserId { get; init; }
    public required string CodeHash { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(DateTimeOffset now) => UsedAt ??= now;

    /// <summary>Ten letters and digits that are not mistaken for each other, in two groups: about 50 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 5) + "-" + RandomNumberGenerator.GetString(Alphabet, 5);

    /// <summary>The hash as it is stored; null when the text cannot be a recovery code.</summary>
    public static string? HashOf(long userId, string text)
    {
        var code = string.Concat(text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return code.Length == 10 ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId}:{code}"))) : null;
    }
}

internal sealed class SecondFactorSetupMapping : IEntityTypeConfiguration<SecondFactorSetup>
{
    public void Configure(EntityTypeBuilder<SecondFactorSetup> setup)
    {
        setup.Property(s => s.Secret).HasMaxLength(400);
        setup.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        setup.HasIndex(s => s.UserId).IsUnique();
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.Property(c => c.CodeHash).HasMaxLength(64);
        code.HasOne<User>().WithMany().HasForeignKey(c => c.UserId);
        code.HasIndex(c => new { c.UserId, c.CodeHash }).IsUnique();
    }
}
