namespace Portal.Graph.Domain.Platform.Access;

/// <summary>What a user may do (section E). The catalogue's name, such as <c>claims.read</c>, is given by <see cref="PermissionNames.Name"/>.</summary>
public enum Permission
{
    EligibilityRead, MemberClinicalRead, CobRead, CobSubmit, ClaimsRead, ClaimsSubmit, AttachmentsUpload, PaymentsRead,
    RecoverySubmit, AuthRead, AuthSubmit, DisputesSubmit, AppealsSubmit, MaintenanceSubmit, DocumentsRead,
    ReportsMembership, ReportsRegistry, UsersManage, AccountsLink, EftManage, TrainingAttest,

    StaffSupport, StaffImpersonate, StaffClaimsRead, StaffClaimsDecide, StaffCobWork, StaffRecoveryWork, StaffUmWork,
    StaffUmDirector, StaffDisputesWork, StaffAppealsWork, StaffAppealsClinical, StaffProvidersWork, StaffCredentialingWork,
    StaffCredentialingDecide, StaffIntake, StaffCareWork, StaffFinance, StaffContentEdit, StaffPolicyEdit, StaffAuditRead,
    StaffPrivacy, StaffUsersManage, StaffJobs, StaffSupervise, SystemIntegrate,
}

public static class PermissionNames
{
    private static readonly string[] Names = [.. Enum.GetNames<Permission>().Select(Dotted)];

    /// <summary>The catalogue's dotted name: <c>ClaimsRead</c> is <c>claims.read</c>.</summary>
    public static string Name(this Permission permission) => Names[(int)permission];

    /// <summary>The permission of a dotted name; null when there is none.</summary>
    public static Permission? Find(string name) => Array.IndexOf(Names, name.Trim()) is var at and >= 0 ? (Permission)at : null;

    private static string Dotted(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) ? (i == 0 ? "" : ".") + char.ToLowerInvariant(c) : c.ToString()));
}
