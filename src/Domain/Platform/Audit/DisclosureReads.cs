using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>Who saw or changed a member's data, over a time.</summary>
/// <param name="Member">The member's CareSource ID.</param>
/// <param name="From">First day, in UTC.</param>
/// <param name="To">Last day, in UTC.</param>
/// <param name="Rows">Oldest first, read from the database while it is enumerated.</param>
public sealed record DisclosureAccount(MemberNumber Member, DateOnly From, DateOnly To, IAsyncEnumerable<Disclosure> Rows);

/// <summary>One row of the account.</summary>
/// <param name="Event">The row of the trail.</param>
/// <param name="User">Username of who acted; null for the system.</param>
/// <param name="Impersonator">Username of the member of staff behind it; null when there was none.</param>
/// <param name="ProviderId">CareSource provider ID of the account for which it was; null for staff.</param>
/// <param name="Provider">That account's name.</param>
public sealed record Disclosure(AuditEvent Event, string? User, string? Impersonator, string? ProviderId, string? Provider);

// PLT-25
/// <summary>The accounting of disclosures of one member: every row of the trail that is about the member, six years back to the day.</summary>
public sealed class DisclosureReads(PortalDb db, ActorScope scope, AuditLog audit, AuditNames names, TimeProvider clock)
{
    /// <summary>How far back a member may ask.</summary>
    public const int Years = 6;

    private const int BatchSize = 500;

    /// <summary>The first day that can be asked for.</summary>
    public DateOnly Earliest => Today.AddYears(-Years);

    /// <summary>Today, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The rows about a member, oldest first. What lies more than six years back is left out.</summary>
    public async Task<Outcome<AuditedQuery<AuditEvent>>> OfMemberAsync(long memberId, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffAuditRead) is { } refusal) return refusal;
        if (!await db.Set<Member>().AnyAsync(m => m.Id == memberId, ct)) return new NotFound("member") { Path = ["memberId"] };
        return Dates(from, to).Map(dates => new AuditedQuery<AuditEvent>(
            About(memberId, dates.From, dates.To!.Value), page => Note(memberId, page.Count > 0 ? page[0].Seq : 0, dates, page.Count)));
    }

    /// <summary>
    /// The whole account. Its own row is noted at once: flush the audit before the first row leaves. The account ends with what stood in
    /// the trail before it.
    /// </summary>
    public async Task<Outcome<DisclosureAccount>> AccountAsync(string? careSourceId, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffAuditRead) is { } refusal) return refusal;
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(careSourceId)) refusals.Add(new RequiredFieldMissing("Member ID") { Path = ["member"] });
        var member = refusals.Count > 0 ? null : await AuditNames.MemberAsync(careSourceId!, ["member"], db, ct);
        var dates = Dates(from, to);
        refusals.AddRange([.. member?.Refusals ?? [], .. dates.Refusals]);
        if (refusals.Count > 0) return refusals;
        var (id, range) = (member!.Value!.Id, dates.Value);
        var last = await db.Set<AuditEvent>().MaxAsync(e => (long?)e.Seq, ct) ?? 0;
        Note(id, 0, range, null);
        return new DisclosureAccount(member.Value.Number, range.From, range.To!.Value, RowsAsync(About(id, range.From, range.To.Value).Where(e => e.Seq <= last)));
    }

    private IQueryable<AuditEvent> About(long memberId, DateOnly from, DateOnly to) =>
        db.Set<AuditEvent>().AsNoTracking().Where(e => e.MemberId == memberId).Between(from, to).OrderBy(e => e.At).ThenBy(e => e.Seq);

    private Outcome<DateRange> Dates(DateOnly? from, DateOnly? to)
    {
        var (first, last) = (from ?? Earliest, to ?? Today);
        if (last < first) return new DateRangeReversed("The range of dates", first, last) { Path = ["to"] };
        return new DateRange(first < Earliest ? Earliest : first, last);
    }

    // In batches: whoever receives slowly keeps no statement open.
    private async IAsyncEnumerable<Disclosure> RowsAsync(IQueryable<AuditEvent> rows, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (AuditEvent? last = null; ;)
        {
            var (at, seq) = (last?.At ?? DateTimeOffset.UnixEpoch, last?.Seq ?? 0);
            var batch = await rows.Where(e => e.At >= at && (e.At > at || e.Seq > seq)).Take(BatchSize).ToListAsync(ct);
            var users = await names.UsersAsync([.. batch.SelectMany(e => new[] { e.ActorId, e.ImpersonatorId }).OfType<long>().Distinct()], ct);
            var accounts = await names.AccountsAsync([.. batch.Select(e => e.AccountId).OfType<long>().Distinct()], ct);
            foreach (var row in batch)
            {
                var account = row.AccountId is { } id ? accounts.GetValueOrDefault(id) : null;
                yield return new(row, NameOf(users, row.ActorId), NameOf(users, row.ImpersonatorId), account?.CareSourceProviderId, account?.Name);
            }
            if (batch.Count < BatchSize) yield break;
            last = batch[^1];
        }
    }

    private static string? NameOf(IReadOnlyDictionary<long, string> users, long? id) => id is { } known ? users.GetValueOrDefault(known) : null;

    private void Note(long memberId, long first, DateRange dates, int? rows) =>
        audit.ReadAll(nameof(AuditEvent), first, memberId, "disclosures", new { dates.From, dates.To, Rows = rows });
}
