using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Navigation;

/// <summary>Writes a tile of the home page (ACC-09).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(HomeTileReads reads, HomeTileDesk desk) : EditPage<HomeTile, TileForm>
{
    protected override Task<HomeTile?> FindAsync(long id, CancellationToken ct) => reads.EditedAsync(id, ct);
    protected override TileForm FormOf(HomeTile tile) => TileForm.Of(tile);
    protected override Task<Outcome<HomeTile>> SaveAsync(CancellationToken ct) => desk.SaveAsync(Id, Form.Version, Form.ToDraft(), ct);
    protected override IActionResult Done(HomeTile saved) => Leave($"{saved.Label} is saved.", "/Accounts/Navigation/Index");
}
