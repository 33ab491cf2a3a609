using System.Collections.Frozen;
using static Portal.Graph.Domain.Platform.Access.Permission;

namespace Portal.Graph.Domain.Platform.Access;

// E.1
/// <summary>Presets of permissions for a provider account's users.</summary>
public enum PortalRole
{
    /// <summary>Everything, users of the account included.</summary>
    ProviderAdmin,

    /// <summary>Claims, payments, recoveries, disputes and appeals.</summary>
    Billing,

    /// <summary>Clinical panels, authorizations and reports.</summary>
    Clinical,

    /// <summary>Eligibility and other insurance.</summary>
    FrontDesk,

    /// <summary>Provider maintenance and documents.</summary>
    Credentialer,
}

/// <summary>What staff are (E.2); the catalogue's name is in upper case with underscores.</summary>
public enum StaffRole
{
    SupportAgent, ClaimsAnalyst, CobAnalyst, RecoveryAnalyst, UmNurse, UmDirector, DisputesAnalyst, AppealsCoordinator,
    AppealsClinician, ProviderData, CredentialingCoordinator, CredentialingCommittee, IntakeClerk, CareManager, Finance,
    ContentEditor, PolicyAdmin, Compliance, Auditor, Supervisor, SystemAdmin, CoreSystem,
}

/// <summary>Section E: the one table of roles.</summary>
public static class RoleTable
{
    public static readonly FrozenSet<Permission> PortalPermissions =
        Enum.GetValues<Permission>().Where(p => p < StaffSupport).ToFrozenSet();

    public static FrozenSet<Permission> PermissionsOf(PortalRole role) => Portal[role];

    public static FrozenSet<Permission> PermissionsOf(StaffRole role) => Staff[role];

    private static readonly FrozenDictionary<PortalRole, FrozenSet<Permission>> Portal = new Dictionary<PortalRole, Permission[]>
    {
        [PortalRole.ProviderAdmin] = [.. PortalPermissions],
        [PortalRole.Billing] =
        [
            EligibilityRead, CobRead, CobSubmit, ClaimsRead, ClaimsSubmit, AttachmentsUpload, PaymentsRead, RecoverySubmit,
            DisputesSubmit, AppealsSubmit, DocumentsRead, TrainingAttest,
        ],
        [PortalRole.Clinical] =
        [
            EligibilityRead, MemberClinicalRead, CobRead, CobSubmit, AttachmentsUpload, AuthRead, AuthSubmit,
            ReportsMembership, ReportsRegistry, TrainingAttest,
        ],
        [PortalRole.FrontDesk] = [EligibilityRead, CobRead, CobSubmit, AuthRead, TrainingAttest],
        [PortalRole.Credentialer] = [MaintenanceSubmit, DocumentsRead, TrainingAttest],
    }.ToFrozenDictionary(r => r.Key, r => r.Value.ToFrozenSet());

    private static readonly FrozenDictionary<StaffRole, FrozenSet<Permission>> Staff = new Dictionary<StaffRole, Permission[]>
    {
        [StaffRole.SupportAgent] = [StaffSupport, StaffImpersonate],
        [StaffRole.ClaimsAnalyst] = [StaffClaimsRead, StaffClaimsDecide],
        [StaffRole.CobAnalyst] = [StaffCobWork],
        [StaffRole.RecoveryAnalyst] = [StaffRecoveryWork],
        [StaffRole.UmNurse] = [StaffUmWork],
        [StaffRole.UmDirector] = [StaffUmWork, StaffUmDirector],
        [StaffRole.DisputesAnalyst] = [StaffDisputesWork],
        [StaffRole.AppealsCoordinator] = [StaffAppealsWork],
        [StaffRole.AppealsClinician] = [StaffAppealsWork, StaffAppealsClinical],
        [StaffRole.ProviderData] = [StaffProvidersWork],
        [StaffRole.CredentialingCoordinator] = [StaffCredentialingWork],
        [StaffRole.CredentialingCommittee] = [StaffCredentialingDecide],
        [StaffRole.IntakeClerk] = [StaffIntake],
        [StaffRole.CareManager] = [StaffCareWork],
        [StaffRole.Finance] = [StaffFinance],
        [StaffRole.ContentEditor] = [StaffContentEdit],
        [StaffRole.PolicyAdmin] = [StaffPolicyEdit],
        [StaffRole.Compliance] = [StaffAuditRead, StaffPrivacy],
        [StaffRole.Auditor] = [StaffAuditRead],
        // E.2 gives a supervisor the permissions of the department's queues: they come from the roles held beside this one.
        [StaffRole.Supervisor] = [StaffSupervise],
        [StaffRole.SystemAdmin] = [StaffUsersManage, StaffJobs],
        [StaffRole.CoreSystem] = [SystemIntegrate],
    }.ToFrozenDictionary(r => r.Key, r => r.Value.ToFrozenSet());
}
