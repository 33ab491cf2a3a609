using System.Collections.Frozen;
using Portal.Graph.Domain.Platform.Access;
using static Portal.Graph.Domain.Platform.Access.Permission;

namespace Portal.Graph.Domain.Platform.Work;

public enum SlaUnit { BusinessDays, CalendarDays, Hours }

/// <summary>The time a queue's item has; <paramref name="PolicyKey"/> names the market rule that decides it when there is one.</summary>
public sealed record Sla(int Amount, SlaUnit Unit, string? PolicyKey = null);

// Section C
/// <summary>A back-office queue.</summary>
/// <param name="Key">As the catalogue writes it, such as <c>Q-CLAIM-PEND</c>.</param>
/// <param name="Title">For the page's heading.</param>
/// <param name="Page">The page's path.</param>
/// <param name="Permission">Who works it.</param>
/// <param name="Sla">Null: the rest of a parent's clock.</param>
public sealed record WorkQueue(string Key, string Title, string Page, Permission Permission, Sla? Sla)
{
    /// <summary>Whether an item's clock stands still while information is awaited.</summary>
    public bool PausesForInformation { get; init; } = true;

    public static readonly IReadOnlyList<WorkQueue> All =
    [
        new("Q-REG", "Registrations", "/staff/registrations", StaffSupport, new(1, SlaUnit.BusinessDays)),
        new("Q-COB", "Coordination of benefits", "/staff/cob", StaffCobWork, new(10, SlaUnit.BusinessDays, "cob.reviewBusinessDays")),
        new("Q-RECOVERY", "Recoveries", "/staff/recoveries", StaffRecoveryWork, new(30, SlaUnit.CalendarDays, "recovery.decisionDays")),
        new("Q-DISPUTE", "Disputes", "/staff/disputes", StaffDisputesWork, new(30, SlaUnit.CalendarDays, "dispute.decisionDays")),
        // A.2: the clock of an appeal runs on; AUT-17: that of an authorization never pauses.
        new("Q-APPEAL", "Appeals", "/staff/appeals", StaffAppealsWork, new(30, SlaUnit.CalendarDays, "appeal.decisionDays")) { PausesForInformation = false },
        new("Q-APPEAL-CLINICAL", "Clinical appeals", "/staff/appeals/clinical", StaffAppealsClinical, new(30, SlaUnit.CalendarDays, "appeal.decisionDays")) { PausesForInformation = false },
        new("Q-GRIEVANCE", "Grievances", "/staff/grievances", StaffAppealsWork, new(30, SlaUnit.CalendarDays, "grievance.decisionDays")),
        new("Q-UM-INPATIENT", "Inpatient authorizations", "/staff/um/inpatient", StaffUmWork, new(7, SlaUnit.CalendarDays, "auth.standardDecisionDays")) { PausesForInformation = false },
        new("Q-UM-OUTPATIENT", "Outpatient authorizations", "/staff/um/outpatient", StaffUmWork, new(7, SlaUnit.CalendarDays, "auth.standardDecisionDays")) { PausesForInformation = false },
        new("Q-UM-RETRO", "Retro authorizations", "/staff/um/retro", StaffUmWork, new(30, SlaUnit.CalendarDays, "auth.retroDecisionDays")) { PausesForInformation = false },
        new("Q-UM-DIRECTOR", "Medical director", "/staff/um/director", StaffUmDirector, null) { PausesForInformation = false },
        new("Q-UM-P2P", "Peer-to-peer calls", "/staff/um/peer", StaffUmDirector, new(2, SlaUnit.BusinessDays)) { PausesForInformation = false },
        new("Q-NEWBORN", "Newborns", "/staff/newborn", StaffUmWork, new(2, SlaUnit.BusinessDays)),
        new("Q-DOC-REVIEW", "Document review", "/staff/documents/review", StaffClaimsDecide, new(15, SlaUnit.BusinessDays)),
        new("Q-CONSENT", "Consent forms", "/staff/consent", StaffClaimsDecide, new(5, SlaUnit.BusinessDays)),
        new("Q-DOC-MATCH", "Document match", "/staff/documents/match", StaffClaimsDecide, new(10, SlaUnit.BusinessDays)),
        new("Q-CLAIM-PEND", "Pended claims", "/staff/claims/pended", StaffClaimsDecide, new(30, SlaUnit.CalendarDays, "claims.promptPayDays")),
        new("Q-ADJUST", "Claim adjustments", "/staff/claims/adjust", StaffClaimsDecide, new(15, SlaUnit.BusinessDays)),
        new("Q-INTAKE", "Intake", "/staff/intake", StaffIntake, new(1, SlaUnit.BusinessDays)),
        new("Q-MAINT", "Provider maintenance", "/staff/maintenance", StaffProvidersWork, new(30, SlaUnit.CalendarDays, "maintenance.days")),
        new("Q-CRED", "Credentialing", "/staff/credentialing", StaffCredentialingWork, new(90, SlaUnit.BusinessDays, "credentialing.businessDays")),
        new("Q-CRED-COMMITTEE", "Credentialing committee", "/staff/credentialing/committee", StaffCredentialingDecide, null) { PausesForInformation = false },
        new("Q-CONTRACT", "Contract requests", "/staff/contracts", StaffProvidersWork, new(10, SlaUnit.BusinessDays)),
        new("Q-EFT", "EFT enrollments", "/staff/eft", StaffFinance, new(5, SlaUnit.BusinessDays)),
        new("Q-FRAUD", "Fraud reports", "/staff/fraud", StaffPrivacy, new(2, SlaUnit.BusinessDays)),
        new("Q-PRIVACY", "Privacy", "/staff/privacy", StaffPrivacy, new(1, SlaUnit.BusinessDays)),
        new("Q-QUALITY", "Quality evidence", "/staff/quality", StaffCareWork, new(15, SlaUnit.BusinessDays)),
        new("Q-SUPPORT", "Support", "/staff/support", StaffSupport, new(2, SlaUnit.BusinessDays)),
    ];

    private static readonly FrozenDictionary<string, WorkQueue> ByKeys = All.ToFrozenDictionary(q => q.Key);

    /// <summary>A queue of the catalogue; one that is registered beside them is known to <see cref="WorkQueues"/> alone.</summary>
    public static WorkQueue ByKey(string key) => ByKeys[key];
}
