using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>Q-CLAIM-PEND (section C): for whom and how much was billed, and why the claim waits.</summary>
public sealed class PendedView(ClaimReads claims, MemberReads members, ActorScope scope) : IQueueView
{
    public string Queue => ClaimWork.PendQueue;
    public string Purpose => "Claims that wait for a person, the next due first.";
    public string TextLabel => "Claim or member";

    public IReadOnlyList<QueueColumn> Columns { get; } = [new("Member"), new("Claim", "mono nowrap"), new("Charge", "amount"), new("Pend reason")];

    public IReadOnlyList<QueueFilter> Filters { get; } =
    [
        new("reason", "Pend reason", [.. Choices.Of<ClaimPendReason>("All reasons")]),
        new("charge", "Charge", [.. Choices.Of(("", "Any charge"), ("1000", "$1,000 or more"), ("10000", "$10,000 or more"), ("100000", "$100,000 or more"))]),
    ];

    public IQueryable<WorkItem> Narrow(IQueryable<WorkItem> items, string filter, string choice)
    {
        var wanted = filter is "reason" ? claims.PendedIds(Enum.Parse<ClaimPendReason>(choice)) : claims.PendedIds(atLeast: int.Parse(choice, null));
        return items.Where(item => wanted.Contains(item.SubjectId));
    }

    public async Task<Func<IQueryable<WorkItem>, IQueryable<WorkItem>>?> FindAsync(string text, CancellationToken ct)
    {
        if (!MemberNumber.TryParse(text, out _)) return null;
        var found = await claims.SearchAsync(new ClaimSearch { MemberId = text }, ct);
        if (!found.Succeeded) return items => items.Where(item => false);
        var ids = found.Value.Claims.Query.Select(claim => claim.Id);
        return items => items.Where(item => ids.Contains(item.SubjectId));
    }

    public async Task<ILookup<long, QueueCell>> CellsAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var claimOf = (await claims.ByIdsAsync([.. items.Select(item => item.SubjectId)], ct)).ToDictionary(claim => claim.Id);
        var memberOf = (await members.ByIdsAsync([.. claimOf.Values.Select(claim => claim.MemberId).OfType<long>().Distinct()], ct)).ToDictionary(member => member.Id);
        return items.SelectMany(item => Cells(item, claimOf.GetValueOrDefault(item.SubjectId), memberOf), (item, cell) => (item.Id, Cell: cell))
            .ToLookup(pair => pair.Id, pair => pair.Cell);
    }

    private IEnumerable<QueueCell> Cells(WorkItem item, Claim? claim, Dictionary<long, Member> memberOf)
    {
        var member = claim?.MemberId is { } id ? memberOf.GetValueOrDefault(id) : null;
        yield return new(member?.FullName ?? "Unknown", member?.Number.ToString() ?? claim?.MemberIdGiven);
        yield return new(item.SubjectNumber, Link: scope.Actor.Has(Permission.StaffClaimsRead) ? $"/staff/claims/{item.SubjectNumber}" : null);
        yield return new(Show.Money(claim?.TotalCharge));
        yield return new(
            claim?.PendReason is { } reason ? Show.Words(reason) : Show.Sentence(item.Reason),
            claim?.ReviewKind is { } review ? $"{Show.Words(review)} review" : null);
    }
}
