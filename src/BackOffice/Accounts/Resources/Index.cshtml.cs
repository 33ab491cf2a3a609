using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Resources;

/// <summary>/staff/content/resources: the library (ACC-17).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(ResourceReads reads) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public ResourceStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    public bool IsFiltered => Status is not null || Market is not null;
    public IReadOnlyList<Resource> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Items = await reads.AllAsync(Status, Market, ct);
}
