using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.PublicLinks;

/// <summary>Writes a row of the public pages (ACC-20).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(ContentLinkReads reads, ContentLinkDesk desk) : EditPage<ContentLink, LinkForm>
{
    protected override Task<ContentLink?> FindAsync(long id, CancellationToken ct) => reads.EditedAsync(id, ct);
    protected override LinkForm FormOf(ContentLink row) => LinkForm.Of(row);
    protected override Task<Outcome<ContentLink>> SaveAsync(CancellationToken ct) => desk.SaveAsync(Id, Form.Version, Form.ToDraft(), ct);
    protected override IActionResult Done(ContentLink saved) => Leave($"{saved.Label} is saved.", "/Accounts/PublicLinks/Index", new { group = saved.Group });
}
