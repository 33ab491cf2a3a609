using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>Which rows of the trail to show; all that is given must hold.</summary>
/// <param name="Actor">Username of who acted.</param>
/// <param name="Impersonator">Username of the member of staff who acted as somebody else.</param>
/// <param name="Provider">CareSource provider ID or NPI of the account for which somebody acted.</param>
/// <param name="Member">CareSource member ID of whom the record is about.</param>
/// <param name="Action">The action, such as <c>read</c> or <c>claim.submitted</c>.</param>
/// <param name="From">First day, in UTC.</param>
/// <param name="To">Last day, in UTC.</param>
/// <param name="Record">One record, as its kind and its internal number: <c>WorkItem 12</c>.</param>
public sealed record AuditFilter(
    string? Actor = null, string? Impersonator = null, string? Provider = null, string? Member = null, string? Action = null,
    DateOnly? From = null, DateOnly? To = null, string? Record = null);

/// <summary>A filter with the ids that its names stand for: what is asked of the database, and what is noted about the asking.</summary>
internal sealed record AuditCriteria(
    long? ActorId, long? ImpersonatorId, IReadOnlyList<long>? AccountIds, long? MemberId, string? Action, DateOnly? From, DateOnly? To, AuditRecord? Record)
{
    /// <summary>Every name that nobody has and every fault of the dates at once.</summary>
    public static async Task<Outcome<AuditCriteria>> OfAsync(AuditFilter filter, PortalDb db, CancellationToken ct)
    {
        List<Refusal> refusals = [];
        var actor = await UserAsync(filter.Actor, "actor");
        var impersonator = await UserAsync(filter.Impersonator, "impersonator");
        List<long>? accounts = null;
        if (Given(filter.Provider) is { } provider)
        {
            accounts = await db.Set<ProviderAccount>().Where(a => a.CareSourceProviderId == provider || a.Npi == provider).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
            if (accounts.Count == 0) refusals.Add(new NotFound("provider") { Path = ["provider"] });
        }
        long? member = null;
        if (Given(filter.Member) is { } number)
        {
            var found = await AuditNames.MemberAsync(number, ["member"], db, ct);
            if (found.Succeeded) member = found.Value.Id;
            else refusals.AddRange(found.Refusals);
        }
        var record = AuditRecord.Of(Given(filter.Record));
        if (record is null && Given(filter.Record) is not null) refusals.Add(new InvalidFormat("Record", "a kind and a number", "WorkItem 12") { Path = ["record"] });
        if (filter is { From: { } from, To: { } to } && to < from) refusals.Add(new DateRangeReversed("The range of dates", from, to) { Path = ["to"] });
        return refusals.Count > 0 ? refusals : new AuditCriteria(actor, impersonator, accounts, member, Given(filter.Action), filter.From, filter.To, record);

        async Task<long?> UserAsync(string? username, string path)
        {
            if (Given(username)?.ToUpperInvariant() is not { } name) return null;
            var id = await db.Set<User>().Where(u => u.NormalizedUserName == name).Select(u => (long?)u.Id).SingleOrDefaultAsync(ct);
            if (id is null) refusals.Add(new NotFound("user") { Path = [path] });
            return id;
        }
    }

    public IQueryable<AuditEvent> Apply(IQueryable<AuditEvent> rows)
    {
        if (ActorId is { } actor) rows = rows.Where(e => e.ActorId == actor);
        if (ImpersonatorId is { } impersonator) rows = rows.Where(e => e.ImpersonatorId == impersonator);
        // One account is the rule, and its rows are in order in the index; an NPI of several is not.
        if (AccountIds is [var account]) rows = rows.Where(e => e.AccountId == account);
        else if (AccountIds is not null) rows = rows.Where(e => e.AccountId != null && AccountIds.Contains(e.AccountId.Value));
        if (MemberId is { } member) rows = rows.Where(e => e.MemberId == member);
        if (Action is not null) rows = rows.Where(IsAction(Action));
        if (Record is { } record) rows = rows.Where(e => e.Entity == record.Entity && e.EntityId == record.Id);
        return rows.Between(From, To);
    }

    // The index of actions holds none of the reads, and is used when the statement says so in its text.
    private static Expression<Func<AuditEvent, bool>> IsAction(string action) =>
        action == AuditEvent.ReadAction ? e => e.Action == action : e => e.Action == action && e.Action != AuditEvent.ReadAction;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal static class AuditDates
{
    /// <summary>Rows of the days, both ends included, in UTC.</summary>
    public static IQueryable<AuditEvent> Between(this IQueryable<AuditEvent> rows, DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
        {
            var start = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero);
            rows = rows.Where(e => e.At >= start);
        }
        if (to is { } last && last < DateOnly.MaxValue)
        {
            var end = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
            rows = rows.Where(e => e.At < end);
        }
        return rows;
    }
}

/// <summary>One record of the trail.</summary>
internal sealed record AuditRecord(string Entity, long Id)
{
    /// <summary>Null when the text is no kind with a number.</summary>
    public static AuditRecord? Of(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var entity, var number]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(entity, id) : null;
}
