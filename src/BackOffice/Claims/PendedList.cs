using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>A row of the queue: the item, its claim, who bills it and for whom.</summary>
public sealed record PendedRow(WorkItem Item, Claim? Claim, ProviderAccount? Provider, Member? Member, DueClock Clock, bool MayTake, bool MayRelease);

/// <summary>A page of the queue; the cursors are those of <see cref="WorkPage"/>.</summary>
public sealed record PendedRows(IReadOnlyList<PendedRow> Rows, int Total, string? Before, string? After)
{
    public static readonly PendedRows None = new([], 0, null, null);
}

/// <summary>Reads a page of Q-CLAIM-PEND with everything its rows show, in a fixed number of statements.</summary>
public sealed class PendedList(
    WorkPages pages, ClaimReads claims, AccountReads accounts, MemberReads members, ActorScope scope, TimeProvider clock)
{
    public const string Queue = "Q-CLAIM-PEND";
    private const int PageSize = 25;

    public async Task<PendedRows> PageAsync(PendedFilter filter, WorkOrder order, string? after, string? before, CancellationToken ct)
    {
        var subjects = filter.Text is { } text ? await SubjectsAsync(text, ct) : null;
        var page = await pages.ReadAsync(Queue, filter.ToWork(), order, after, before, PageSize, ct, items =>
        {
            if (filter.Reason is { } reason)
            {
                // The item tells its reason in words, by intake's edits or by an analyst; each kind has one word that they share.
                var word = WordOf(reason);
                items = items.Where(item => item.Reason.ToUpper().Contains(word));
            }
            return subjects is null ? items : subjects(items);
        });
        return new([.. await RowsAsync(page.Rows, ct)], page.Total, page.Before, page.After);
    }

    private static string WordOf(ClaimPendReason reason) => reason switch
    {
        ClaimPendReason.SuspectedDuplicate => "DUPLICATE",
        ClaimPendReason.HighCharge => "CHARGE",
        ClaimPendReason.Documents => "DOCUMENT",
        ClaimPendReason.Review => "REVIEW",
    };

    private async Task<Func<IQueryable<WorkItem>, IQueryable<WorkItem>>> SubjectsAsync(string text, CancellationToken ct)
    {
        if (!MemberNumber.TryParse(text, out _))
        {
            var upper = text.ToUpperInvariant();
            return items => items.Where(item => item.SubjectNumber != null && item.SubjectNumber.Contains(upper));
        }
        var found = await claims.SearchAsync(new ClaimSearch { MemberId = text }, ct);
        if (!found.Succeeded) return items => items.Where(item => false);
        var ids = found.Value.Claims.Query.Select(claim => claim.Id);
        return items => items.Where(item => ids.Contains(item.SubjectId));
    }

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
