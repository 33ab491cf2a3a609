using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Users;

/// <summary>Invites a staff user (ACC-23).</summary>
[RequiresPermission(Permission.StaffUsersManage)]
public sealed class InviteModel(StaffUserDesk desk) : StaffPage
{
    [BindProperty]
    public InviteForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var invited = await desk.InviteAsync(Form.Name ?? "", Form.Username ?? "", Form.Email ?? "", HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        if (!invited.Succeeded)
        {
            Refuse(invited.Refusals);
            return Page();
        }
        Toast = $"The invitation of {invited.Value.DisplayName} is on its way.";
        return RedirectToPage("/Accounts/Users/StaffUser", new { id = invited.Value.Id });
    }
}
