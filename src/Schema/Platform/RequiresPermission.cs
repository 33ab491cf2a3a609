using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Availability;
using Portal.Graph.Domain.Platform.Work;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Schema.Platform;

/// <summary>The field is for users who have one of the permissions (section E). The desk asks again.</summary>
public sealed class RequiresPermissionAttribute(params Permission[] anyOf) : AuthorizeAttribute(string.Join('|', anyOf.Select(p => p.Name())))
{
    public IReadOnlyList<Permission> AnyOf { get; } = anyOf;
}

/// <summary>The mutation is for those who work a back-office queue; which of them, the item's own queue decides.</summary>
public sealed class RequiresQueueAttribute() : AuthorizeAttribute("queue");

// ACC-21
/// <summary>The mutation changes what is stored: it is refused while a maintenance window is open, and to staff who only look on.</summary>
public sealed class ClosedForMaintenanceAttribute() : AuthorizeAttribute("maintenance");

// ACC-03
/// <summary>For everybody signed in, also for those who have yet to accept the terms; all else is closed to them.</summary>
public sealed class OpenBeforeTermsAttribute() : AuthorizeAttribute("signed in");

/// <summary>Answers <c>[Authorize]</c> from the request's actor, with the refusals of section 0.1.</summary>
public sealed class ActorAuthorizer(MaintenanceWindow maintenance, ImpersonationRules impersonation) : IFieldAuthorizer
{
    public async ValueTask<object?> AuthorizeAsync(
        AuthorizeAttribute requirement, ClaimsPrincipal user, IServiceProvider services, CancellationToken cancellationToken)
    {
        var actor = services.GetRequiredService<Actor>();
        return requirement switch
        {
            // Also of what is open to nobody in particular, such as registration.
            ClosedForMaintenanceAttribute => maintenance.RefusesWrites() ?? await LooksOnAsync(actor, cancellationToken),
            _ when !actor.IsSignedIn => actor.Barred ?? new NotSignedIn(),
            OpenBeforeTermsAttribute => null,
            _ when actor.TermsDue is { } version => new TermsNotAccepted(version),
            RequiresPermissionAttribute { AnyOf: { Count: > 0 } anyOf } when !anyOf.Any(actor.Has) => actor.Lacks(anyOf[0]),
            RequiresQueueAttribute => services.GetRequiredService<WorkQueues>().Of(actor).Any() ? null : new Forbidden("staff"),
            RequiresPermissionAttribute or { Policy: null } => null,
            // Fail closed: nothing else is known here.
            _ => new Forbidden(requirement.Policy!),
        };
    }

    // ACC-14: every change, whoever could make it otherwise.
    private async ValueTask<Refusal?> LooksOnAsync(Actor actor, CancellationToken ct) =>
        await impersonation.OnlyLooksOnAsync(actor, ct) ? new ImpersonationReadOnly() : actor.Barred;
}
