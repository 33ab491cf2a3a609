using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Graph.BackOffice.Shared.Access;

namespace Portal.Graph.BackOffice.Shared.Appearance;

/// <summary>Takes the choice of appearance and goes back to where it was made. It changes nothing of the plan's, so maintenance does not close it.</summary>
[AnyStaff, ReadsOnPost("")]
public sealed class ChooseModel : PageModel
{
    public IActionResult OnGet() => Redirect("/staff");

    public IActionResult OnPost(string? choice, string? back)
    {
        Appearance.Keep(Response, choice);
        return Redirect(Url.IsLocalUrl(back) && back.StartsWith("/staff", StringComparison.Ordinal) ? back : "/staff");
    }
}
