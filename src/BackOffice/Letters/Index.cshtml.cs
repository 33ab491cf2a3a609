using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Letters;

/// <summary>/staff/letters: what was written to providers, what waits and what is blocked.</summary>
[RequiresPermission(Permission.StaffContentEdit, Permission.StaffSupport)]
public sealed class IndexModel(LetterReads reads, ActorScope scope) : StaffPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public LetterFilterForm Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public bool MayWrite => scope.Actor.Has(Permission.StaffContentEdit);
    public ListPage<Letter> List { get; private set; } = new([], 1, PageSize, 0);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Filter is { From: { } from, To: { } to } && to < from) Refuse([new DateRangeReversed("Days", from, to) { Path = ["to"] }], nameof(Filter));
        if (ModelState.IsValid) List = await reads.Letters(Filter.ToFilter()).PageAsync(PageNumber, PageSize, ct);
    }
}
