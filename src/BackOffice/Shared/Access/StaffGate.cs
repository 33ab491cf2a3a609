using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Availability;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>
/// PLT-18: the one door. It reads the staff cookie and nothing else, makes its user the actor of the request, and lets the
/// page run only when the page's declaration allows it. It runs before antiforgery, whose tokens belong to the cookie's user.
/// </summary>
internal sealed class StaffGate(ActorScope scope, StaffActors actors, MaintenanceWindow maintenance, WorkQueues queues) : IAsyncAuthorizationFilter, IOrderedFilter
{
    public int Order => -1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (context.ActionDescriptor is not CompiledPageActionDescriptor page) return;
        var http = context.HttpContext;
        // Whoever a bearer token named is nobody here.
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
        scope.Set(Actor.Anonymous with { CorrelationId = http.TraceIdentifier });
        var session = await http.AuthenticateAsync(StaffCookie.Scheme);
        if (session.Succeeded && await actors.OfAsync(session.Principal, http) is { } actor)
        {
            http.User = session.Principal;
            scope.Set(actor);
        }
        context.Result = PageInventory.DeclarationOf(page) switch
        {
            OpenToEveryoneAttribute => null,
            _ when !scope.Actor.IsStaff => SignIn(http.Request),
            _ when IsChange(http.Request, page) && maintenance.RefusesWrites() is { } closed => Closed(http, closed.Message),
            AnyStaffAttribute => null,
            WorksQueueAttribute => WorksQueueAttribute.QueueAt(http.Request.Path, queues) is not { } queue ? new NotFoundResult()
                : scope.Actor.Has(queue.Permission) ? null : Forbidden(http, queue.Permission.Name()),
            RequiresPermissionAttribute needs when needs.AnyOf.Any(scope.Actor.Has) => null,
            RequiresPermissionAttribute needs => Forbidden(http, string.Join(" or ", needs.AnyOf.Select(permission => permission.Name()))),
            _ => Forbidden(http, "a declaration of the page"),
        };
    }

    // ACC-21: reading goes on.
    private static bool IsChange(HttpRequest request, CompiledPageActionDescriptor page) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && page.ModelTypeInfo?.GetCustomAttribute<ReadsOnPostAttribute>()?.Handlers.Contains(request.Query["handler"].ToString()) is not true;

    private static StatusCodeResult Closed(HttpContext http, string text)
    {
        http.Items[MaintenanceItem] = text;
        return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
    }

    private static RedirectToPageResult SignIn(HttpRequest request)
    {
        var address = HttpMethods.IsGet(request.Method) ? $"{request.Path}{request.QueryString}" : request.Path.Value;
        return new RedirectToPageResult("/Accounts/SignIn", new { returnUrl = address == "/staff" ? null : address });
    }

    private static StatusCodeResult Forbidden(HttpContext http, string permission)
    {
        http.Items[MissingPermissionItem] = permission;
        return new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    internal const string MaintenanceItem = "staff.maintenance";
    internal const string MissingPermissionItem = "staff.missing-permission";
}
