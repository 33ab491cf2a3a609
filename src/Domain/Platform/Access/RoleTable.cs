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
    /// <summary>Helps providers to register and to use the portal, and may look on as they see it.</summary>
    SupportAgent,

    /// <summary>Reviews documents and decides pended claims.</summary>
    ClaimsAnalyst,

    /// <summary>Works on coordination of benefits.</summary>
    CobAnalyst,

    /// <summary>Decides recovery requests.</summary>
    RecoveryAnalyst,

    /// <summary>Reviews authorizations.</summary>
    UmNurse,

    /// <summary>Decides authorizations, and talks with peers.</summary>
    UmDirector,

    /// <summary>Decides disputes.</summary>
    DisputesAnalyst,

    /// <summary>Works on appeals and grievances.</summary>
    AppealsCoordinator,

    /// <summary>Decides clinical appeals.</summary>
    AppealsClinician,

    /// <summary>Keeps the data of providers.</summary>
    ProviderData,

    /// <summary>Checks credentials.</summary>
    CredentialingCoordinator,

    /// <summary>Decides about credentials.</summary>
    CredentialingCommittee,

    /// <summary>Keys what comes on paper, by phone or by fax.</summary>
    IntakeClerk,

    /// <summary>Works on assessments, care plans and alerts.</summary>
    CareManager,

    /// <summary>Works on payments.</summary>
    Finance,

    /// <summary>Writes what the portal shows.</summary>
    ContentEditor,

    /// <summary>Writes rules of the policy table.</summary>
    PolicyAdmin,

    /// <summary>Reads the audit trail and works on privacy and fraud.</summary>
    Compliance,

    /// <summary>Reads the audit trail.</summary>
    Auditor,

    /// <summary>Leads the queues of the other roles held.</summary>
    Supervisor,

    /// <summary>Manages staff users and jobs, and sees no member data.</summary>
    SystemAdmin,

    /// <summary>One of the plan's own systems.</summary>
    CoreSystem,
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
