using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Users;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>ACC-06: staff who forgot the password have a link mailed; the answer is the same whether or not there is such a user.</summary>
[OpenToEveryone]
public sealed class ForgotPasswordModel(PasswordResetDesk desk) : StaffPage
{
    [BindProperty]
    public string? Username { get; set; }

    public bool IsSent { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Require(Username, nameof(Username), "User name");
        if (!ModelState.IsValid) return Page();
        IsSent = (await desk.RequestAsync(Username!, HttpContext.Connection.RemoteIpAddress?.ToString(), ct, UserKind.Staff)).Succeeded;
        return Page();
    }
}
