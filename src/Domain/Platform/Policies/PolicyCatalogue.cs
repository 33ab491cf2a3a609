using System.Collections.Frozen;
using static Portal.Graph.Domain.Platform.Policies.DeadlineAnchor;
using static Portal.Graph.Domain.Platform.Policies.PolicyUnit;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>Every key that a rule asks for (sections 0.3 and F), with the value of its row for everyone. A key that is not here cannot be entered.</summary>
public static class PolicyCatalogue
{
    public static readonly IReadOnlyList<PolicyKey> Keys =
    [
        Number("eligibility.lookbackMonths", "24", Months, "0.3, MBR-03"),
        Number("claims.statusLookbackMonths", "24", Months, "0.3, CLM-11"),
        Number("claims.publishHour", "5", None, "F: claim status refresh") with { Min = 0, Max = 23 },
        Window("claims.timelyFilingDays", "365", "0.3, CLM-22", DateOfService),
        Window("claims.correctedFilingDays", "365", "0.3, CLM-22", DateOfService),
        Window("claims.secondaryFilingDaysAfterPrimaryEob", "90", "0.3, CLM-22", PrimaryEobDate),
        Clock("claims.promptPayDays", "30", Days, "F: prompt pay, CLM-26"),
        Number("claims.maxNumbers", "50", None, "F: claim numbers per search, CLM-14"),
        Number("claims.maxRangeDays", "90", Days, "F: search date range"),
        Number("claims.draftDays", "90", Days, "F: draft life, CLM-29"),
        new("claims.pendChargeAbove", PolicyKind.Amount, Dollars, "25000", "CLM-27: high-dollar claims are reviewed; US dollars [chosen]"),
        Number("members.maxIds", "100", None, "F: multi-ID list, MBR-05"),
        Number("members.maxRows", "500", None, "F: multi-ID upload, MBR-06"),
        Number("members.maxUploadBytes", "5242880", Bytes, "F: multi-ID upload, MBR-06"),
        Number("attachment.maxBytes", "104857600", Bytes, "0.3, ATT-06"),
        Number("attachment.maxFiles", "10", None, "F: files per submission"),
        Words(PolicyKind.List, "attachment.types", "pdf,tif,tiff,jpg,jpeg,png,doc,docx,xls,xlsx,txt,rtf", "CLM-06",
            "pdf", "tif", "tiff", "jpg", "jpeg", "png", "doc", "docx", "xls", "xlsx", "txt", "rtf", "csv", "x12", "edi", "837"),
        Number("attachment.uploadHours", "2", Hours, "F: upload token, ATT-18"),
        Number("attachment.unclaimedHours", "24", Hours, "F: unclaimed uploads, ATT-18"),
        Number("attachment.availableAfterMinutes", "30", Minutes, "0.3, ATT-11"),
        Number("attachment.unmatchedDays", "90", Days, "F: unmatched document"),
        Words(PolicyKind.List, "attachment.denialCategories", "MISSING_RECORDS,MISSING_CONSENT", "0.3, ATT-01", "MISSING_RECORDS", "MISSING_CONSENT", "MISSING_ITEMIZED_BILL", "MISSING_INVOICE"),
        Window("cob.disputeDaysAfterDenial", "90", "0.3, COB-12", DenialDate),
        Clock("cob.reviewBusinessDays", "10", BusinessDays, "F: COB review"),
        Words(PolicyKind.Choice, "auth.otherInsuranceAction", "CONTACT_UM", "0.3, AUT-04", "CONTACT_UM", "ADD_COB_THEN_NO_AUTH_NEEDED"),
        Clock("auth.standardDecisionDays", "7", Days, "0.3"),
        Number("auth.expeditedDecisionHours", "72", Hours, "0.3"),
        Clock("auth.retroDecisionDays", "30", Days, "F: authorization decision"),
        Clock("auth.peerToPeerBusinessDays", "5", BusinessDays, "F: authorization decision", DenialDate),
        Number("auth.extensionDays", "14", Days, "0.3"),
        Clock("auth.urgentNotificationBusinessDays", "2", BusinessDays, "0.3", AdmissionDate),
        Window("retro.days", "30", "0.3, AUT-08", ServiceOrDischargeDate),
        Number("retro.verifyMinutes", "60", Minutes, "F: COB verification validity"),
        Words(PolicyKind.Choice, "retro.otherInsuranceAction", "CONTACT_UM", "0.3, AUT-09", "CONTACT_UM", "ADD_COB_THEN_NO_AUTH_NEEDED"),
        Flag("retro.criteriaRequired", "true", "0.3, AUT-13"),
        Flag("retro.blockWhenCobActiveNow", "true", "0.3, AUT-10"),
        Words(PolicyKind.List, "dispute.reasons", string.Join(',', DisputeReasons), "0.3, DSP-03", DisputeReasons),
        Window("dispute.days", "90", "0.3, DSP-04", null, "dispute.anchor"),
        Anchor("dispute.anchor", PaymentOrDenialDate, "0.3, DSP-04"),
        Flag("dispute.ackLetter", "false", "0.3, DSP-11"),
        Flag("dispute.dentalOnline", "false", "0.3, DSP-06"),
        Clock("dispute.decisionDays", "30", Days, "0.3"),
        Number("dispute.maxClaims", "25", None, "F: dispute claims per dispute"),
        Words(PolicyKind.List, "appeal.types", "CLAIM_APPEAL,MEDICAL_NECESSITY_POST_SERVICE", "0.3, APL-04", "CLAIM_APPEAL", "MEDICAL_NECESSITY_POST_SERVICE"),
        Window("appeal.claimDays", "365", "0.3, APL-03", null, "appeal.claimAnchor"),
        Anchor("appeal.claimAnchor", NoticeMailedDate, "0.3, APL-03"),
        Window("appeal.clinicalDays", "60", "0.3", null, "appeal.clinicalAnchor"),
        Anchor("appeal.clinicalAnchor", DenialDate, "0.3"),
        Words(PolicyKind.Choice, "appeal.clinicalOnline", "POST_SERVICE_ONLY", "0.3, APL-04", "true", "false", "POST_SERVICE_ONLY"),
        Flag("appeal.clinicalNeedsMemberConsent", "true", "0.3"),
        Number("appeal.consentDays", "30", Days, "F: missing member consent"),
        Flag("appeal.dentalOnline", "false", "0.3"),
        Clock("appeal.decisionDays", "30", Days, "0.3"),
        Clock("appeal.ackBusinessDays", "5", BusinessDays, "0.3"),
        Number("appeal.expeditedHours", "72", Hours, "0.3"),
        Number("appeal.extensionDays", "14", Days, "F: appeal extension"),
        Clock("grievance.ackBusinessDays", "5", BusinessDays, "ACC-22"),
        Clock("grievance.decisionDays", "30", Days, "ACC-22"),
        Clock("maintenance.days", "30", Days, "0.3, PRM-05"),
        Clock("maintenance.directoryBusinessDays", null, BusinessDays, "0.3, F: 45 CFR 156.230"),
        Number("maintenance.directoryVerifyDays", "90", Days, "No Surprises Act: directory verification"),
        Clock("credentialing.businessDays", "90", BusinessDays, "0.3"),
        Number("credentialing.evidenceDays", "120", Days, "0.3"),
        Number("credentialing.recredentialMonths", "36", Months, "F: recredentialing"),
        Number("credentialing.noticeDays", "120", Days, "F: recredentialing"),
        Number("credentialing.decisionNoticeDays", "30", Days, "NCQA: decision notice to the practitioner"),
        Number("credentialing.monitoringMonths", "1", Months, "NCQA: exclusions and licences"),
        Words(PolicyKind.Choice, "recovery.primaryInsuranceRequiredFor", "ALL", "0.3", "ALL", "NONE"),
        Clock("recovery.decisionDays", "30", Days, "F: recovery decide"),
        Number("recovery.offsetWaitDays", "30", Days, "F: plan recovery offset wait"),
        Number("recovery.paymentAgeMonths", "24", Months, "F: payment age"),
        Number("recovery.maxClaims", "100", None, "F: recovery claims per request"),
        Number("newborn.maxAgeDays", "365", Days, "F: newborn delivery age"),
        Words(PolicyKind.Choice, "eft.offered", "ALL", "0.3", "ALL", "NONE"),
        Number("auth.session.idleMinutes", "15", Minutes, "F: session idle, ACC-05") with { Max = 60 },
        Number("auth.session.absoluteHours", "12", Hours, "F: session absolute, ACC-05") with { Max = 24 },
        Number("auth.session.lockTries", "5", None, "F: lock, ACC-05") with { Max = 10 },
        Number("auth.session.lockMinutes", "15", Minutes, "F: lock, ACC-05"),
        Number("auth.email.verifyHours", "24", Hours, "ACC-04 [chosen]") with { Max = 168 },
        Number("auth.password.resetMinutes", "60", Minutes, "ACC-06 [chosen]"),
        Number("auth.invite.days", "7", Days, "F: invite links, ACC-12") with { Max = 30 },
        Number("auth.idle.days", "180", Days, "ACC-12 [chosen]"),
        Number("links.max", "200", None, "ACC-11 [chosen]"),
        Number("tokens.max", "10", None, "ACC-24 [chosen]") with { Max = 100 },
        Number("tokens.maxDays", "365", Days, "ACC-24 [chosen]"),
        Number("tokens.requestsPerMinute", "600", None, "ACC-24 [chosen]"),
        Number("registration.lockTries", "5", None, "ACC-01 [chosen]") with { Max = 100 },
        Number("registration.lockMinutes", "15", Minutes, "ACC-01 [chosen]"),
        Number("registration.workTries", "3", None, "ACC-01 [chosen]") with { Max = 100 },
        Number("impersonation.minutes", "30", Minutes, "F: impersonation, ACC-14") with { Max = 120 },
        Flag("impersonation.write", "false", "0.3, ACC-14"),
        Flag("alerts.trustProvider", "false", "0.3"),
        Flag("deadline.rollToBusinessDay", "false", "0.1, 0.3"),
        Number("documents.retentionYears", "10", Years, "F: retention"),
    ];

    private static readonly FrozenDictionary<string, PolicyKey> Index = Keys.ToFrozenDictionary(k => k.Name);

    private static string[] DisputeReasons => ["UNDERPAYMENT", "PARTIAL_DENIAL", "FULL_DENIAL", "ADVERSE_PAYMENT_DECISION", "PLAN_RECOVERY", "COB_DENIAL"];

    public static PolicyKey? Find(string name) => Index.GetValueOrDefault(name);

    public static PolicyKey ByName(string name) => Find(name) ?? throw new InvalidOperationException($"{name} is no policy key.");

    private static PolicyKey Number(string name, string? value, PolicyUnit unit, string requirement) => new(name, PolicyKind.Number, unit, value, requirement);

    /// <summary>The time that somebody has to file; markets may count it from another event or from the later of two.</summary>
    private static PolicyKey Window(string name, string days, string requirement, DeadlineAnchor? anchor, string? anchorKey = null) =>
        new(name, PolicyKind.Deadline, Days, days + " days", requirement) { Anchor = anchor, AnchorKey = anchorKey };

    /// <summary>The time that the plan has, a plain number from one event.</summary>
    private static PolicyKey Clock(string name, string? value, PolicyUnit unit, string requirement, DeadlineAnchor anchor = ReceiptDate) =>
        Number(name, value, unit, requirement) with { Anchor = anchor };

    private static PolicyKey Flag(string name, string value, string requirement) => new(name, PolicyKind.Boolean, None, value, requirement);

    private static PolicyKey Words(PolicyKind kind, string name, string value, string requirement, params string[] words) =>
        new(name, kind, None, value, requirement) { Words = words };

    private static PolicyKey Anchor(string name, DeadlineAnchor anchor, string requirement) => new(name, PolicyKind.Anchor, None, anchor.Name(), requirement);
}
