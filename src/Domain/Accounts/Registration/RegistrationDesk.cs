using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>A provider is proved; its terms are to be accepted next.</summary>
/// <param name="RegistrationToken">For the next step; good for 30 minutes and for one user.</param>
/// <param name="TermsVersion">The version of the terms to accept.</param>
public sealed record ProvedRegistration(string RegistrationToken, string TermsVersion);

/// <summary>The sign-in that the third step creates.</summary>
public sealed record NewSignIn(
    string RegistrationToken, string TermsVersion, bool Accepted, string Username, string Password, string DisplayName, string Email, string? Phone);

/// <summary>A created user and what there is to know about it.</summary>
public sealed record CreatedSignIn(User User, IReadOnlyList<Warning> Warnings);

/// <summary>ACC-01 to ACC-04: the four proofs, the terms, the sign-in.</summary>
public sealed class RegistrationDesk(
    PortalDb db, ProofCheck check, RegistrationTokens tokens, TermsReads terms, TermsDesk acceptances, UserDesk users, MailedTokens links, IdentityLimits limits,
    MailDesk mail, LetterBox letters, TimeProvider clock)
{
    /// <summary>Step 1.</summary>
    public async Task<Outcome<ProvedRegistration>> VerifyAsync(ProviderProofs given, Market? market, string? ip, CancellationToken ct)
    {
        var proofs = RegistrationPolicy.Check(given);
        if (!proofs.Succeeded) return Outcome<ProvedRegistration>.Refused(proofs.Refusals);
        await using var write = await db.BeginWriteAsync(ct);
        var judged = await check.JudgeAsync(proofs.Value, market, ip, ct);
        await write.CommitAsync(ct);
        if (!judged.Succeeded) return Outcome<ProvedRegistration>.Refused(judged.Refusals);
        return new ProvedRegistration(tokens.Issue(judged.Value.Registration), (await terms.CurrentAsync(ct)).Version);
    }

    /// <summary>Steps 2 and 3.</summary>
    public async Task<Outcome<CreatedSignIn>> CreateAsync(NewSignIn input, string? ip, CancellationToken ct)
    {
        if (await tokens.OpenAsync(input.RegistrationToken) is not { } id) return new RegistrationExpired { Path = ["registrationToken"] };
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"registration:{id}", ct);
        var registration = await db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (registration is not { Outcome: RegistrationOutcome.Matched, AccountId: { } accountId, UserId: null }) return new RegistrationExpired { Path = ["registrationToken"] };

        // ACC-03: impossible until the current version is accepted.
        var current = await terms.CurrentAsync(ct);
        if (!input.Accepted || input.TermsVersion.Trim() != current.Version)
            return new TermsNotAccepted(current.Version) { Path = [input.Accepted ? "termsVersion" : "accepted"] };
        var faults = RegistrationPolicy.FaultsOf(input.DisplayName, input.Email, input.Phone).ToList();
        var made = await users.AddAsync(new(input.Username, input.Password, input.Email ?? "", input.DisplayName ?? ""), faults);
        if (!made.Succeeded) return Outcome<CreatedSignIn>.Refused(made.Refusals);

        var user = made.Value;
        if (!string.IsNullOrWhiteSpace(input.Phone)) user.PhoneNumber = input.Phone.Trim();
        await db.LockAsync($"administrators:{accountId}", ct);
        var account = await db.Set<ProviderAccount>().SingleAsync(a => a.Id == accountId, ct);
        var administrators = await AdministratorsAsync(accountId, ct);
        await TellAsync(user, account, Join(user, account, administrators), ct);
        registration.Complete(user.Id);
        acceptances.Accept(user, current);
        var life = await limits.VerifyEmailAsync(ct);
        mail.Queue(administrators.Count > 0 ? MailTemplates.WelcomePending : MailTemplates.Welcome, user.Email!, user.DisplayName, FieldsOf(user, account, user),
            links.Issue(user, MailedTokenPurpose.VerifyEmail, life, ip));
        await write.CommitAsync(ct);
        return new CreatedSignIn(user, administrators.Count == 0 ? [] :
            [new("ADMIN_EXISTS", "This account has an administrator already. Your user was created and waits for the administrator's approval.")]);
    }

    // ACC-04: the first user administers the account; who comes later waits for an administrator's approval.
    private Membership Join(User user, ProviderAccount account, IReadOnlyList<User> administrators)
    {
        if (administrators.Count == 0) return db.Add(Membership.Of(user, account, PortalRole.ProviderAdmin, clock.GetUtcNow())).Entity;
        user.State = UserState.Pending;
        foreach (var administrator in administrators.Where(a => a.Email is { Length: > 0 }))
            mail.Queue(MailTemplates.UserPending, administrator.Email!, administrator.DisplayName, FieldsOf(user, account, administrator));
        return db.Add(Membership.AskedFor(user, account)).Entity;
    }

    // ACC-04, D: the practice's own record of it, beside the mails.
    private async Task TellAsync(User user, ProviderAccount account, Membership membership, CancellationToken ct)
    {
        var isPending = membership.State is MembershipState.Pending;
        await letters.AddAsync(new(LetterKinds.Welcome, membership, account.Id, new LetterValues()
            .Set("username", user.UserName).Set("name", user.DisplayName).Set("pending", isPending ? "yes" : null)), ct);
        if (isPending)
            await letters.AddAsync(new(LetterKinds.UserPending, membership, account.Id, new LetterValues()
                .Set("username", user.UserName).Set("registeredAt", clock.GetUtcNow())), ct);
    }

    private Task<List<User>> AdministratorsAsync(long accountId, CancellationToken ct) => db.Set<Membership>()
        .Where(m => m.AccountId == accountId && m.Role == MembershipRole.Admin && m.State == MembershipState.Active && m.User!.State == UserState.Active)
        .Select(m => m.User!).ToListAsync(ct);

    private static Dictionary<string, string> FieldsOf(User about, ProviderAccount account, User to) => new()
    {
        [MailFields.Name] = to.DisplayName, [MailFields.Username] = about.UserName!, [MailFields.Practice] = account.Name,
    };
}
