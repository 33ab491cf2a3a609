using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>
/// Compares four proofs with the plan's providers inside the caller's open write scope, whose commit keeps the try whatever comes out.
/// Registration and the account linker ask the same way.
/// </summary>
public sealed class ProofCheck(PortalDb db, IdentityLimits limits, RegistrationWork work, ContactTexts contacts, AuditLog audit, TimeProvider clock)
{
    /// <param name="market">The market whose telephone number a refusal gives.</param>
    public async Task<Outcome<(Registration Registration, ProviderAccount Account)>> JudgeAsync(ProviderProofs proofs, Market? market, string? ip, CancellationToken ct)
    {
        var (rules, now) = (await limits.RegistrationAsync(ct), clock.GetUtcNow());
        // Always in this order, so that two tries never wait for each other.
        await db.LockAsync($"registration-id:{proofs.CareSourceProviderId}", ct);
        if (ip is not null) await db.LockAsync($"registration-ip:{ip}", ct);
        if (await LockedUntilAsync(proofs.CareSourceProviderId, ip, now, rules, ct) is { } until)
        {
            Note(proofs, RegistrationOutcome.Locked, null, ip, now);
            return new RegistrationLocked((int)Math.Ceiling((until - now).TotalMinutes), until);
        }
        var account = await db.Set<ProviderAccount>().Include(a => a.Addresses).Include(a => a.Markets).AsSplitQuery()
            .SingleOrDefaultAsync(a => a.CareSourceProviderId == proofs.CareSourceProviderId, ct);
        if (account is not null && RegistrationPolicy.Match(proofs, account, clock.Today(market ?? Market.OH)))
            return (Note(proofs, RegistrationOutcome.Matched, account.Id, ip, now), account);
        var failed = Note(proofs, RegistrationOutcome.NoMatch, null, ip, now);
        await work.OpenWhenDueAsync(failed, account, market, rules, ct);
        return new RegistrationNoMatch { OtherPath = await contacts.PhoneAsync("contact.providerServices", market, ct) };
    }

    private async Task<DateTimeOffset?> LockedUntilAsync(string providerId, string? ip, DateTimeOffset now, RegistrationLimits rules, CancellationToken ct)
    {
        var since = now - rules.Lock;
        var failures = await db.Set<Registration>()
            .Where(r => r.Outcome == RegistrationOutcome.NoMatch && r.At > since && r.ForgivenAt == null && (r.ProviderId == providerId || (ip != null && r.Ip == ip)))
            .Select(r => new { r.ProviderId, r.Ip, r.At }).ToListAsync(ct);
        var ofProvider = RegistrationPolicy.LockedUntil(failures.Where(f => f.ProviderId == providerId).Select(f => f.At), now, rules);
        var ofSource = ip is null ? null : RegistrationPolicy.LockedUntil(failures.Where(f => f.Ip == ip).Select(f => f.At), now, rules);
        return ofProvider > ofSource || ofSource is null ? ofProvider : ofSource;
    }

    private Registration Note(ProviderProofs proofs, RegistrationOutcome outcome, long? accountId, string? ip, DateTimeOffset at)
    {
        var registration = new Registration
        {
            ProviderName = proofs.ProviderName, TaxId = proofs.TaxId, ProviderId = proofs.CareSourceProviderId, Zip = proofs.Zip,
            Outcome = outcome, AccountId = accountId, Ip = ip, At = at,
        };
        db.Add(registration);
        audit.Changed("registration.verified", registration, after: new { registration.Outcome, registration.AccountId });
        return registration;
    }
}
