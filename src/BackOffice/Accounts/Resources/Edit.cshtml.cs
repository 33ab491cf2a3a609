using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Resources;

/// <summary>Writes an item of the library (ACC-17).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(ResourceReads reads, ResourceDesk desk) : EditPage<Resource, ResourceForm>
{
    protected override Task<Resource?> FindAsync(long id, CancellationToken ct) => reads.ShownAsync(id, ct);
    protected override ResourceForm FormOf(Resource item) => ResourceForm.Of(item);
    protected override Task<Outcome<Resource>> SaveAsync(CancellationToken ct) => desk.SaveAsync(Id, Form.Version, Form.ToDraft(), ct);
    protected override IActionResult Done(Resource saved) => Leave($"{saved.Title} is saved.", "/Accounts/Resources/Index");
}
