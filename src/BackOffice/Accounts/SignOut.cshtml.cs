using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.Domain.Accounts.Sessions;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>Ends the staff session; only a POST does, so that no link or image can.</summary>
[OpenToEveryone]
public sealed class SignOutModel(SignInDesk desk) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Platform/Work/Dashboard");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // The session ends for good; a copy of the cookie is worth nothing afterwards. Nobody signed in: nothing to end.
        await desk.SignOutAsync(ct);
        await HttpContext.SignOutAsync(StaffCookie.Scheme);
        return RedirectToPage("/Accounts/SignIn", new { ended = true });
    }
}
