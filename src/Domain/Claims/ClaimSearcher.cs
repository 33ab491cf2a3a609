using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>One claim search: limits, refusals, then the query.</summary>
internal sealed class ClaimSearcher(
    PortalDb db, Actor actor, TimeProvider clock, MarketPolicies policies, ContactTexts contacts,
    IQueryable<Claim> visible, Func<IQueryable<Claim>, Func<int, CancellationToken, Task<List<Claim>>>?, AuditedQuery<Claim>> audited)
{
    public async Task<Outcome<ClaimSearchResult>> SearchAsync(ClaimSearch search, CancellationToken ct)
    {
        if (ClaimScope.Lacks(actor) is { } lacks) return lacks;
        // Staff have no market of their own: they search by the default limits.
        var today = actor.Market is { } market ? clock.Today(market) : DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var limits = await LimitsAsync(today, ct);
        if (ClaimSearchPolicy.Faults(search, limits, today) is { Count: > 0 } faults) return Outcome<ClaimSearchResult>.Refused(faults);

        var claims = visible;
        // CLM-11: providers look back so far; staff work on older claims too.
        var earliest = ClaimSearchPolicy.EarliestReceived(today, limits.LookbackMonths);
        if (!ClaimScope.SeesAll(actor)) claims = claims.Where(c => c.ReceivedDate >= earliest);

        var numbers = ClaimSearchPolicy.Numbers(search);
        List<string> notFound = [], older = [];
        if (numbers.Count > 0)
        {
            (notFound, older) = await MissingAsync(numbers, earliest, ct);
            if (older.Count > 0 && notFound.Count + older.Count == numbers.Count)
                return new ClaimOlderThanLookback(older, limits.LookbackMonths)
                {
                    Path = ["numbers"],
                    OtherPath = await contacts.PhoneAsync("contact.providerServices", actor.Market, ct),
                };
            claims = claims.Where(c => numbers.Contains(c.Number));
        }
        if (!string.IsNullOrWhiteSpace(search.CheckNumber))
        {
            // CLM-15
            var key = CheckNumber.Key(search.CheckNumber);
            claims = claims.Where(c => c.CheckNumberKey == key);
            if (key.Length == 0 || !await claims.AnyAsync(ct)) return new CheckNumberNotFound(search.CheckNumber.Trim()) { Path = ["checkNumber"] };
        }
        var members = await MembersAsync(search, ct);
        if (!members.Succeeded) return Outcome<ClaimSearchResult>.Refused(members.Refusals);
        if (members.Value is { Count: > 0 } memberIds) claims = claims.Where(c => c.MemberId != null && memberIds.Contains(c.MemberId.Value));

        return new ClaimSearchResult(
            audited(Filtered(claims, search, today).OrderByDescending(c => c.FirstServiceDate).ThenByDescending(c => c.Id), FirstByDates(search, earliest, today)),
            notFound, older, members.Value);
    }

    // A provider who names service dates and nothing else: the search that the claims page opens with.
    private Func<int, CancellationToken, Task<List<Claim>>>? FirstByDates(ClaimSearch search, DateOnly earliest, DateOnly today) =>
        search is { NamesOnlyServiceDates: true, ServiceDates: { } dates } && ClaimScope.OwnerOf(actor) is { } owner
            ? (count, ct) => ClaimListReads.FirstOfAsync(db, owner, earliest, dates.From, dates.To ?? today, count, ct)
            : null;

    private async Task<ClaimSearchLimits> LimitsAsync(DateOnly today, CancellationToken ct)
    {
        var market = new PolicyScope(actor.Market);
        return new((await policies.IntAsync("claims.maxNumbers", market, today, ct)).Value,
            (await policies.IntAsync("claims.maxRangeDays", market, today, ct)).Value,
            (await policies.IntAsync("claims.statusLookbackMonths", market, today, ct)).Value);
    }

    // CLM-14: each number reports found or not found.
    private async Task<(List<string> NotFound, List<string> Older)> MissingAsync(IReadOnlyList<string> numbers, DateOnly earliest, CancellationToken ct)
    {
        var found = await visible.Where(c => numbers.Contains(c.Number)).Select(c => new { c.Number, c.ReceivedDate }).ToListAsync(ct);
        var known = found.ToDictionary(f => f.Number, f => f.ReceivedDate, StringComparer.Ordinal);
        return ([.. numbers.Where(n => !known.ContainsKey(n))],
            [.. numbers.Where(n => !ClaimScope.SeesAll(actor) && known.TryGetValue(n, out var received) && received < earliest)]);
    }

    /// <summary>The ids of the members that the search names; empty when it names none.</summary>
    private async Task<Outcome<IReadOnlyList<long>>> MembersAsync(ClaimSearch search, CancellationToken ct)
    {
        var members = db.Set<Member>().AsNoTracking().VisibleTo(actor, db);
        var named = false;
        if (!string.IsNullOrWhiteSpace(search.MemberId))
        {
            if (!MemberNumber.TryParse(search.MemberId, out var number))
                return new InvalidFormat("Member ID", "9 digits, or 9 digits and a suffix of 2", "123456789-01") { Path = ["memberId"] };
            members = members.Where(m => m.SubscriberNumber == number.SubscriberNumber && m.Suffix == number.Suffix);
            named = true;
        }
        if (!string.IsNullOrWhiteSpace(search.MedicaidId))
        {
            var medicaidId = search.MedicaidId.Trim().ToUpperInvariant();
            members = members.Where(m => m.MedicaidId == medicaidId);
            named = true;
        }
        if (search is { LastName: { Length: > 0 } last, FirstName: { Length: > 0 } first, BirthDate: { } birth })
        {
            var key = Member.KeyOf(first, last);
            members = members.Where(m => m.NameKey == key && m.BirthDate == birth);
            named = true;
        }
        if (!named) return new List<long>();
        var ids = await members.OrderBy(m => m.Id).Select(m => m.Id).Take(50).ToListAsync(ct);
        if (ids.Count > 0) return ids;
        var path = await contacts.PhoneAsync("contact.providerServices", actor.Market, ct);
        return new MemberNotFound(path.Phone) { OtherPath = path };
    }

    private static IQueryable<Claim> Filtered(IQueryable<Claim> claims, ClaimSearch search, DateOnly today)
    {
        if (search.ServiceDates is { } service)
        {
            var to = service.To ?? today;
            claims = claims.Where(c => c.FirstServiceDate >= service.From && c.FirstServiceDate <= to);
        }
        if (search.ReceivedDates is { } received)
        {
            var to = received.To ?? today;
            claims = claims.Where(c => c.ReceivedDate >= received.From && c.ReceivedDate <= to);
        }
        if (search.Statuses.Count > 0) claims = WithStatus(claims, search.Statuses);
        if (search.PatientAccountNumber?.Trim() is { Length: > 0 } patientAccount) claims = claims.Where(c => c.PatientAccountNumber == patientAccount);
        if (search.BillingNpi?.Trim() is { Length: > 0 } billing) claims = claims.Where(c => c.BillingNpi == billing);
        if (search.RenderingNpi?.Trim() is { Length: > 0 } rendering) claims = claims.Where(c => c.RenderingNpi == rendering);
        if (search.BillingAccountId is { } account) claims = claims.Where(c => c.BillingAccountId == account);
        return claims;
    }

    // CLM-24: the states whose portal status is asked for; only PENDED depends on its reason.
    private static IQueryable<Claim> WithStatus(IQueryable<Claim> claims, IReadOnlyList<PortalClaimStatus> statuses)
    {
        List<ClaimState> states =
        [
            .. Enum.GetValues<ClaimState>().Where(s => s is not ClaimState.Pended
                && ClaimTransitions.PortalStatus(s, null) is { } status && statuses.Contains(status)),
        ];
        var pended = statuses.Contains(PortalClaimStatus.InProcess);
        var waiting = statuses.Contains(PortalClaimStatus.WaitingForDocuments);
        return claims.Where(c => states.Contains(c.State)
            || (c.State == ClaimState.Pended && ((waiting && c.PendReason == ClaimPendReason.Documents)
                || (pended && (c.PendReason == null || c.PendReason != ClaimPendReason.Documents)))));
    }
}
