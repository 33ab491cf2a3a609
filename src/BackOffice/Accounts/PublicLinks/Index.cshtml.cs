using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.PublicLinks;

/// <summary>/staff/content/links: links, banners and notes of the public pages (ACC-20).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(ContentLinkReads reads) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public LinkGroup? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    public bool IsFiltered => Group is not null || Market is not null;
    public IReadOnlyList<ContentLink> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await reads.AllAsync(Group, Market, ct);
}
