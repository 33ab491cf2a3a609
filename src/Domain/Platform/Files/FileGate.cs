using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Availability;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>Who may upload: everybody who may submit something that files go with, while changes are open.</summary>
public sealed class FileGate(ActorScope scope, MaintenanceWindow maintenance, ImpersonationRules impersonation)
{
    /// <summary>The permissions of which one is enough.</summary>
    public static readonly IReadOnlyList<Permission> AnyOf =
    [
        Permission.AttachmentsUpload, Permission.ClaimsSubmit, Permission.RecoverySubmit, Permission.AuthSubmit, Permission.DisputesSubmit,
        Permission.AppealsSubmit, Permission.MaintenanceSubmit, Permission.CobSubmit,
        Permission.StaffIntake, Permission.StaffClaimsDecide, Permission.StaffAppealsWork, Permission.StaffProvidersWork, Permission.StaffContentEdit,
    ];

    public async Task<Refusal?> RefuseAsync(CancellationToken ct)
    {
        if (!AnyOf.Any(scope.Actor.Has)) return scope.Actor.Lacks(Permission.AttachmentsUpload);
        if (maintenance.RefusesWrites() is { } closed) return closed;
        // ACC-14
        return await impersonation.OnlyLooksOnAsync(scope.Actor, ct) ? new ImpersonationReadOnly() : null;
    }
}
