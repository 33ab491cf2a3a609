using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>A row of the queue: the item, its claim, who bills it and for whom.</summary>
public sealed record PendedRow(WorkItem Item, Claim? Claim, ProviderAccount? Provider, Member? Member, DueClock Clock, bool MayTake, bool MayRelease);

/// <summary>Reads a page of Q-CLAIM-PEND with everything its rows show, in a fixed number of statements.</summary>
public sealed class PendedList(
    WorkReads work, ClaimReads claims, AccountReads accounts, MemberReads members, ActorScope scope, TimeProvider clock)
{
    public const string Queue = "Q-CLAIM-PEND";
    private const int PageSize = 25;
    private const int MostProviders = 200;

    public async Task<ListPage<PendedRow>> PageAsync(PendedFilter filter, string sort, int page, CancellationToken ct)
    {
        var items = work.Queue(Queue, filter.ToWork()).Query;
        if (filter.Reason is { } reason)
        {
            // The item tells its reason in words, by intake's edits or by an analyst; each kind has one word that they share.
            var word = WordOf(reason);
            items = items.Where(item => item.Reason.ToUpper().Contains(word));
        }
        if (filter.Provider is { } provider)
        {
            var ids = await ProvidersLikeAsync(provider, ct);
            items = items.Where(item => item.AccountId != null && ids.Contains(item.AccountId.Value));
        }
        if (filter.Text is { } text) items = await WithSubjectAsync(items, text, ct);
        var list = await new AuditedQuery<WorkItem>(Ordered(items, sort), _ => { }).PageAsync(page, PageSize, ct);
        return new([.. await RowsAsync(list.Rows, ct)], list.PageNumber, list.PageSize, list.Total);
    }

    private static string WordOf(ClaimPendReason reason) => reason switch
    {
        ClaimPendReason.SuspectedDuplicate => "DUPLICATE",
        ClaimPendReason.HighCharge => "CHARGE",
        ClaimPendReason.Documents => "DOCUMENT",
        ClaimPendReason.Review => "REVIEW",
    };

    private async Task<List<long>> ProvidersLikeAsync(string text, CancellationToken ct)
    {
        var ids = await new AuditedQuery<long>(
            work.Queue(Queue, new()).Query.Where(item => item.AccountId != null).Select(item => item.AccountId!.Value).Distinct().OrderBy(id => id),
            _ => { }).PageAsync(1, MostProviders, ct);
        return [.. from account in await accounts.ByIdsAsync([.. ids.Rows], ct)
                   where account.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || account.Npi == text || account.CareSourceProviderId == text
                   select account.Id];
    }

    private async Task<IQueryable<WorkItem>> WithSubjectAsync(IQueryable<WorkItem> items, string text, CancellationToken ct)
    {
        if (!MemberNumber.TryParse(text, out _))
        {
            var upper = text.ToUpperInvariant();
            return items.Where(item => item.SubjectNumber != null && item.SubjectNumber.Contains(upper));
        }
        var found = await claims.SearchAsync(new ClaimSearch { MemberId = text }, ct);
        if (!found.Succeeded) return items.Where(item => false);
        var ids = found.Value.Claims.Query.Select(claim => claim.Id);
        return items.Where(item => ids.Contains(item.SubjectId));
    }

    private static IOrderedQueryable<WorkItem> Ordered(IQueryable<WorkItem> items, string sort) => sort switch
    {
        "number" => items.OrderBy(item => item.Id),
        "-number" => items.OrderByDescending(item => item.Id),
        "market" => items.OrderBy(item => item.Market).ThenBy(item => item.DueAt).ThenBy(item => item.Id),
        "-market" => items.OrderByDescending(item => item.Market).ThenBy(item => item.DueAt).ThenBy(item => item.Id),
        "received" => items.OrderBy(item => item.ReceivedAt).ThenBy(item => item.Id),
        "-received" => items.OrderByDescending(item => item.ReceivedAt).ThenByDescending(item => item.Id),
        "-due" => items.OrderByDescending(item => item.DueAt).ThenByDescending(item => item.Id),
        _ => items.OrderBy(item => item.DueAt).ThenBy(item => item.Id),
    };

    private async Task<IEnumerable<PendedRow>> RowsAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var claimOf = (await claims.ByIdsAsync([.. items.Select(item => item.SubjectId)], ct)).ToDictionary(claim => claim.Id);
        var accountOf = (await accounts.ByIdsAsync([.. claimOf.Values.Select(claim => claim.BillingAccountId).Distinct()], ct)).ToDictionary(account => account.Id);
        var memberOf = (await members.ByIdsAsync([.. claimOf.Values.Select(claim => claim.MemberId).OfType<long>().Distinct()], ct)).ToDictionary(member => member.Id);
        var now = clock.GetUtcNow();
        var me = scope.Actor.UserId;
        var supervises = scope.Actor.Has(Permission.StaffSupervise);
        return items.Select(item =>
        {
            var claim = claimOf.GetValueOrDefault(item.SubjectId);
            var held = item.State is WorkState.Assigned or WorkState.PendingInfo;
            return new PendedRow(
                item, claim, claim is null ? null : accountOf.GetValueOrDefault(claim.BillingAccountId),
                claim?.MemberId is { } member ? memberOf.GetValueOrDefault(member) : null,
                DueClock.Of(item, now), item.State is WorkState.New, held && (item.AssigneeId == me || supervises));
        });
    }
}
