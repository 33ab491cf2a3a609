using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Graph.BackOffice.Shared.Access;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>Ends the staff session; only a POST does, so that no link or image can.</summary>
[OpenToEveryone]
public sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Platform/Work/Dashboard");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(StaffCookie.Scheme);
        return RedirectToPage("/Accounts/SignIn", new { ended = true });
    }
}
