using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Graph.BackOffice.Shared.Access;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>ACC-05: asked by the warning before a session ends; the gate has renewed the session by then. Without one it is 401, not a sign-in page.</summary>
[OpenToEveryone]
public sealed class KeepSessionModel(Domain.Platform.Access.ActorScope scope) : PageModel
{
    public IActionResult OnGet() => scope.Actor.IsStaff
        ? StatusCode(StatusCodes.Status204NoContent)
        : StatusCode(StatusCodes.Status401Unauthorized);
}
