using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Qr;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>What an authenticator app needs to make codes.</summary>
/// <param name="OtpauthUri">For apps that take an address; it holds the secret.</param>
/// <param name="Secret">To type in by hand: base32.</param>
/// <param name="QrSvg">The address as a QR code, an SVG picture.</param>
public sealed record SecondFactorOffer(string OtpauthUri, string Secret, string QrSvg);

/// <summary>A second factor that was set up.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="RecoveryCodes">Ten codes for the day when the app is lost, each good once; they are shown this one time.</param>
public sealed record SecondFactorReady(User User, IReadOnlyList<string> RecoveryCodes);

/// <summary>ACC-05: the second factor, set up by the user: an app's secret counts once a code of it came back.</summary>
public sealed class SecondFactorDesk(PortalDb db, SecondFactorCheck check, SecretSeal seal, SessionRules rules, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    private const string Issuer = "Provider Portal";

    /// <summary>A new secret for the signed-in user; the one in use goes on until the new one is confirmed.</summary>
    /// <param name="currentCode">A code of the app in use, or a recovery code; needed when there is one.</param>
    public async Task<Outcome<SecondFactorOffer>> StartAsync(string? currentCode, CancellationToken ct) =>
        scope.Actor is { NotInPerson: null, UserId: { } id } ? await StartAsync(id, currentCode, false, ct) : scope.Actor.NotInPerson ?? new NotSignedIn();

    /// <summary>Confirms the secret by a code of the app.</summary>
    public async Task<Outcome<SecondFactorReady>> SetUpAsync(string code, CancellationToken ct) =>
        scope.Actor is { NotInPerson: null, UserId: { } id } ? await SetUpAsync(id, code, ct) : scope.Actor.NotInPerson ?? new NotSignedIn();

    /// <summary>For a user who proved the password but is not signed in yet.</summary>
    /// <param name="keepsOpen">Whether a secret that was offered before and may still be confirmed is offered again.</param>
    internal async Task<Outcome<SecondFactorOffer>> StartAsync(long userId, string? currentCode, bool keepsOpen, CancellationToken ct)
    {
        var limits = await rules.LimitsAsync(ct);
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"second-factor:{userId}", ct);
        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        if (user.TotpSecret is not null && await check.AskAsync(user, currentCode, limits, ct) is { } refusal)
        {
            await write.CommitAsync(ct);
            return refusal with { Path = ["currentCode"] };
        }
        var setup = await db.Set<SecondFactorSetup>().SingleOrDefaultAsync(s => s.UserId == userId, ct);
        if (setup is null) db.Add(setup = new SecondFactorSetup { UserId = userId });
        if (!keepsOpen || !setup.IsOpenAt(clock.GetUtcNow())) setup.Start(seal.Seal(Totp.NewSecret(), userId), clock.GetUtcNow());
        audit.Changed("secondFactor.started", user);
        await write.CommitAsync(ct);
        var secret = seal.Open(setup.Secret, userId);
        var uri = $"otpauth://totp/{Uri.EscapeDataString($"{Issuer}:{user.UserName}")}?secret={secret}&issuer={Uri.EscapeDataString(Issuer)}";
        return new SecondFactorOffer(uri, secret, QrSvg.Of(uri));
    }

    internal async Task<Outcome<SecondFactorReady>> SetUpAsync(long userId, string code, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"second-factor:{userId}", ct);
        var now = clock.GetUtcNow();
        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        var setup = await db.Set<SecondFactorSetup>().SingleOrDefaultAsync(s => s.UserId == userId, ct);
        if (setup is null || !setup.IsOpenAt(now)) return new SecondFactorRequired(IsSetUp: user.TotpSecret is not null) { Path = ["code"] };
        if (Totp.Match(seal.Open(setup.Secret, userId), code, now, 0) is not { } step) return new SecondFactorRequired { Path = ["code"] };
        (user.TotpSecret, user.TotpLastStep, user.TwoFactorEnabled) = (setup.Secret, step, true);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        db.Remove(setup);
        var codes = await NewCodesAsync(userId, ct);
        audit.Changed("secondFactor.setUp", user);
        await write.CommitAsync(ct);
        return new SecondFactorReady(user, codes);
    }

    // ACC-05: optional for portal users; staff keep theirs.
    /// <summary>The signed-in portal user goes without from now on; a code of the app or a recovery code must prove it.</summary>
    public async Task<Outcome<User>> RemoveAsync(string code, CancellationToken ct)
    {
        if (scope.Actor.NotInPerson is { } nobody) return nobody;
        if (scope.Actor is not { Kind: ActorKind.PortalUser, UserId: { } id }) return scope.Actor.IsSignedIn ? new Forbidden("portal user") : new NotSignedIn();
        var limits = await rules.LimitsAsync(ct);
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"second-factor:{id}", ct);
        var user = await db.Set<User>().SingleAsync(u => u.Id == id, ct);
        if (user.TotpSecret is null) return new SecondFactorRequired(IsSetUp: false) { Path = ["code"] };
        if (await check.AskAsync(user, code, limits, ct) is { } refusal)
        {
            await write.CommitAsync(ct);
            return refusal with { Path = ["code"] };
        }
        await TakeAsync(user, ct);
        audit.Changed("secondFactor.removed", user);
        await write.CommitAsync(ct);
        return user;
    }

    /// <summary>Inside the caller's open write scope: the user has no app and no recovery codes from now on.</summary>
    internal async Task TakeAsync(User user, CancellationToken ct)
    {
        (user.TotpSecret, user.TotpLastStep, user.TwoFactorEnabled) = (null, 0, false);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.UserId == user.Id).ToListAsync(ct));
        db.RemoveRange(await db.Set<SecondFactorSetup>().Where(s => s.UserId == user.Id).ToListAsync(ct));
    }

    private async Task<IReadOnlyList<string>> NewCodesAsync(long userId, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.UserId == userId).ToListAsync(ct));
        List<string> codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New())];
        db.AddRange(codes.Select(code => new RecoveryCode { UserId = userId, CodeHash = RecoveryCode.HashOf(userId, code)! }));
        return codes;
    }
}
