using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>Eligibility searches in the session's market. Members of other markets and members that do not exist look alike.</summary>
public sealed class EligibilityDesk(
    PortalDb db, ActorScope scope, AuditLog audit, MarketPolicies policies, ContactTexts contacts, TimeProvider clock, MarketSpans known)
{
    /// <summary>Searches by any of the six modes; for several IDs the ones that were found.</summary>
    public async Task<Outcome<IReadOnlyList<EligibilityHit>>> SearchAsync(EligibilitySearch search, CancellationToken ct)
    {
        var read = await ReadAsync(search, ct);
        if (!read.Succeeded) return Outcome<IReadOnlyList<EligibilityHit>>.Refused(read.Refusals);
        var (request, market) = read.Value;
        var hits = await HitsAsync(await new MemberFinder(db, market).FindAsync(request, ct), market, request.DateOfService, ct);
        Note(request, market, hits);
        return hits.Count > 0 ? hits : await NobodyAsync(request, market, ct);
    }

    // MBR-05: each ID is answered on its own; one bad ID does not fail the rest.
    /// <summary>Searches by several IDs and answers each as given, in first-seen order.</summary>
    public async Task<Outcome<IReadOnlyList<EligibilityAnswer>>> SearchManyAsync(EligibilitySearch search, CancellationToken ct)
    {
        var read = await ReadAsync(search, ct);
        if (!read.Succeeded) return Outcome<IReadOnlyList<EligibilityAnswer>>.Refused(read.Refusals);
        var (request, market) = read.Value;
        if (request.Mode is not (SearchMode.CareSourceIds or SearchMode.MedicaidIds)) return new SearchModeRequired();
        var hits = await HitsAsync(await new MemberFinder(db, market).FindAsync(request, ct), market, request.DateOfService, ct);
        Note(request, market, hits);
        return request.Ids.Select(id => Answer(id, request.Mode, hits)).ToList();
    }

    /// <summary>The verdict for a member whose page is open, on a date within the same bounds as a search.</summary>
    public async Task<Outcome<EligibilityHit>> OfMemberAsync(long memberId, DateOnly? dateOfService, CancellationToken ct)
    {
        var actor = scope.Actor;
        var member = await db.Set<Member>().AsNoTracking().VisibleTo(actor, db).SingleOrDefaultAsync(m => m.Id == memberId, ct);
        if (member is null) return actor.IsSignedIn ? new NotFound("member") : new NotSignedIn();
        var market = actor.Market ?? await db.Set<ProgramEnrollment>().Where(e => e.MemberId == memberId)
            .OrderBy(e => e.Id).Select(e => (Market?)e.Market).FirstOrDefaultAsync(ct);
        if (market is null) return new NotFound("member");
        List<Refusal> refusals = [.. await CheckDateAsync(dateOfService, market.Value, ct)];
        if (refusals.Count > 0) return refusals;
        var hit = (await HitsAsync([member], market.Value, dateOfService!.Value, ct)).Single();
        audit.Read(nameof(Member), memberId, memberId, "eligibility");
        return hit;
    }

    private async Task<Outcome<(ReadSearch Request, Market Market)>> ReadAsync(EligibilitySearch search, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.EligibilityRead) is { } lacking) return lacking;
        if (scope.Actor.Market is not { } market) return new RequiredFieldMissing("Market");
        var today = clock.Today(market);
        var lookback = await policies.IntAsync("eligibility.lookbackMonths", new PolicyScope(market), today, ct);
        return EligibilitySearchPolicy.Read(search, today, lookback.Value).Map(request => (request, market));
    }

    private async Task<IEnumerable<Refusal>> CheckDateAsync(DateOnly? dateOfService, Market market, CancellationToken ct)
    {
        var today = clock.Today(market);
        var lookback = await policies.IntAsync("eligibility.lookbackMonths", new PolicyScope(market), today, ct);
        return EligibilitySearchPolicy.CheckDate(dateOfService, today, lookback.Value);
    }

    private async Task<List<EligibilityHit>> HitsAsync(IReadOnlyList<Member> members, Market market, DateOnly dateOfService, CancellationToken ct)
    {
        if (members.Count == 0) return [];
        var spans = await known.ReadAsync([.. members.Select(m => m.Id)], market, ct);
        return [.. members.Select(m => Hit(m, spans[m.Id], dateOfService))];
    }

    private static EligibilityHit Hit(Member member, IReadOnlyList<EligibilitySpan> spans, DateOnly dateOfService)
    {
        var verdict = EligibilityPolicy.Verdict(spans, dateOfService);
        var program = (verdict.Span ?? spans.MaxBy(s => (s.Effective, s.Id)))?.Enrollment;
        return new(member, verdict, program is null ? null : GracePolicy.Note(verdict.Span, program.Lob, dateOfService), program);
    }

    private static EligibilityAnswer Answer(string id, SearchMode mode, List<EligibilityHit> hits)
    {
        Func<EligibilityHit, bool>? isIt = mode is SearchMode.CareSourceIds
            ? MemberNumber.TryParse(id, out var number) ? h => h.Member.Number == number : null
            : EligibilitySearchPolicy.IsMedicaidId(id) ? h => string.Equals(h.Member.MedicaidId, id, StringComparison.OrdinalIgnoreCase) : null;
        if (isIt is null) return new(id, IdOutcome.Invalid, null);
        return hits.FirstOrDefault(isIt) is { } hit ? new(id, IdOutcome.Found, hit) : new(id, IdOutcome.NotFound, null);
    }

    // MBR-01, MBR-30: the inquiry is one durable write with the read rows of its hits, before the answer leaves.
    private void Note(ReadSearch request, Market market, List<EligibilityHit> hits)
    {
        var actor = scope.Actor;
        audit.Accompany(new EligibilityInquiryRow(EligibilityInquiry.Of(actor.UserId, actor.DefaultAccountId, market, request.Mode, HashOf(request), request.DateOfService,
            hits.Select(h => h.Member.Id), clock.GetUtcNow())));
        foreach (var hit in hits) audit.Read(nameof(Member), hit.Member.Id, hit.Member.Id, "eligibility");
    }

    private async Task<Refusal> NobodyAsync(ReadSearch request, Market market, CancellationToken ct)
    {
        // MBR-04: an unknown suffix of a known family.
        if (request.Mode is SearchMode.CareSourceId && MemberNumber.TryParse(request.Ids[0], out var number) && !number.IsSubscriber
            && await new MemberFinder(db, market).FamilyExistsAsync(number, ct))
            return new MemberSuffixNotFound(number.Suffix) { Path = ["careSourceId"] };
        var providerServices = await contacts.PhoneAsync("contact.providerServices", market, ct);
        return new MemberNotFound(providerServices.Phone) { OtherPath = providerServices };
    }

    private static string HashOf(ReadSearch request)
    {
        var info = request.MemberInfo;
        var criteria = info is null
            ? string.Join('\n', request.Ids).ToUpperInvariant()
            : $"{Member.KeyOf(info.FirstName!, info.LastName!)}|{info.BirthDate:yyyy-MM-dd}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(criteria)));
    }
}
