using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>
/// ACC-05, ACC-23: staff must have a second factor and cannot sign in without, so who has none sets one up right after the password.
/// Once there is one, the password alone changes nothing here.
/// </summary>
public sealed class StaffEnrolmentDesk(PortalDb db, CredentialCheck check, SessionRules rules, SecondFactorDesk secondFactor)
{
    /// <summary>A secret to scan, for the right password of somebody who has no app yet.</summary>
    public async Task<Outcome<SecondFactorOffer>> StartAsync(string username, string password, string? ip, CancellationToken ct)
    {
        var proved = await ProveAsync(username, password, ip, ct);
        return proved.Succeeded ? await secondFactor.StartAsync(proved.Value, null, true, ct) : Outcome<SecondFactorOffer>.Refused(proved.Refusals);
    }

    /// <summary>Confirms it by a code of the app; then the sign-in goes on with the app's next code, or a recovery code.</summary>
    public async Task<Outcome<SecondFactorReady>> SetUpAsync(string username, string password, string code, string? ip, CancellationToken ct)
    {
        var proved = await ProveAsync(username, password, ip, ct);
        return proved.Succeeded ? await secondFactor.SetUpAsync(proved.Value, code, ct) : Outcome<SecondFactorReady>.Refused(proved.Refusals);
    }

    // The judgement of a sign-in without a code: everything but the missing app must be right, and failures count.
    private async Task<Outcome<long>> ProveAsync(string username, string password, string? ip, CancellationToken ct)
    {
        var credentials = await check.ProveAsync(username, password, UserKind.Staff, ct);
        var limits = await rules.LimitsAsync(ct);
        await using var write = await db.BeginWriteAsync(ct);
        var judged = await check.JudgeAsync(credentials, null, ip, limits, _ => Task.FromResult<Refusal?>(null), ct);
        await write.CommitAsync(ct);
        if (judged.Succeeded) return await db.Set<User>().AnyAsync(u => u.Id == judged.Value.Id && u.TotpSecret != null, ct) ? new SecondFactorRequired() : judged.Value.Id;
        return judged.Refusals is [SecondFactorRequired { IsSetUp: false }] ? credentials.UserId!.Value : Outcome<long>.Refused(judged.Refusals);
    }
}
