using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Navigation;

/// <summary>/staff/content/tiles: the tiles of the portal's home page (ACC-09).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(HomeTileReads reads) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    public IReadOnlyList<HomeTile> Tiles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Tiles = await reads.AllAsync(Market, ct);
}
