using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>The rows of sections 0.3 and F, in force from the beginning. A row is added once; people's later rows stand beside it.</summary>
internal static class PolicySeed
{
    private static readonly DateOnly Beginning = new(2000, 1, 1);

    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        var known = (await db.Set<PolicySetting>().Where(p => p.From == Beginning).ToListAsync(ct))
            .Select(p => (p.Key, p.Market, p.Lob)).ToHashSet();
        db.AddRange(Rows().Where(r => !known.Contains((r.Key, r.Market, r.Lob))));
    }

    internal static IEnumerable<PolicySetting> Rows() =>
    [
        .. Defaults.Select(d => Row(d.Key, d.Value, d.Source)),
        .. GeorgiaMedicaid.Select(d => Row(d.Key, d.Value, d.Source, Market.GA, Lob.Medicaid)),
        Row("maintenance.directoryBusinessDays", "2", "0.3, F: 45 CFR 156.230", lob: Lob.Marketplace),
    ];

    private static PolicySetting Row(string key, string value, string source, Market? market = null, Lob? lob = null) =>
        new() { Key = key, Value = value, Source = source, Market = market, Lob = lob, From = Beginning };

    private static readonly (string Key, string Value, string Source)[] Defaults =
    [
        ("eligibility.lookbackMonths", "24", "0.3, MBR-03"),
        ("claims.statusLookbackMonths", "24", "0.3, CLM-11"),
        ("claims.publishHour", "5", "F: claim status refresh"),
        ("claims.timelyFilingDays", "365", "0.3, CLM-22"),
        ("claims.correctedFilingDays", "365", "0.3, CLM-22"),
        ("claims.secondaryFilingDaysAfterPrimaryEob", "90", "0.3, CLM-22"),
        ("claims.promptPayDays", "30", "F: prompt pay"),
        ("claims.maxNumbers", "50", "F: claim numbers per search, CLM-14"),
        ("claims.maxRangeDays", "90", "F: search date range"),
        ("claims.draftDays", "90", "F: draft life"),
        ("claims.pendChargeAbove", "25000", "CLM-27: high-dollar claims are reviewed; US dollars [chosen]"),
        ("members.maxIds", "100", "F: multi-ID list, MBR-05"),
        ("members.maxRows", "500", "F: multi-ID upload, MBR-06"),
        ("members.maxUploadBytes", "5242880", "F: multi-ID upload, MBR-06"),
        ("attachment.maxBytes", "104857600", "0.3, ATT-06"),
        ("attachment.maxFiles", "10", "F: files per submission"),
        ("attachment.availableAfterMinutes", "30", "0.3, ATT-11"),
        ("attachment.unmatchedDays", "90", "F: unmatched document"),
        ("attachment.denialCategories", "MISSING_RECORDS,MISSING_CONSENT", "0.3, ATT-01"),
        ("cob.disputeDaysAfterDenial", "90", "0.3, COB-12"),
        ("cob.reviewBusinessDays", "10", "F: COB review"),
        ("auth.otherInsuranceAction", "CONTACT_UM", "0.3, AUT-04"),
        ("auth.standardDecisionDays", "7", "0.3"),
        ("auth.expeditedDecisionHours", "72", "0.3"),
        ("auth.retroDecisionDays", "30", "F: authorization decision"),
        ("auth.peerToPeerBusinessDays", "5", "F: authorization decision"),
        ("auth.extensionDays", "14", "0.3"),
        ("auth.urgentNotificationBusinessDays", "2", "0.3"),
        ("retro.days", "30", "0.3, AUT-08"),
        ("retro.verifyMinutes", "60", "F: COB verification validity"),
        ("retro.otherInsuranceAction", "CONTACT_UM", "0.3, AUT-09"),
        ("retro.criteriaRequired", "true", "0.3, AUT-13"),
        ("retro.blockWhenCobActiveNow", "true", "0.3, AUT-10"),
        ("dispute.reasons", "UNDERPAYMENT,PARTIAL_DENIAL,FULL_DENIAL,ADVERSE_PAYMENT_DECISION,PLAN_RECOVERY,COB_DENIAL", "0.3, DSP-03"),
        ("dispute.days", "90", "0.3, DSP-04"),
        ("dispute.anchor", "PAYMENT_OR_DENIAL_DATE", "0.3, DSP-04"),
        ("dispute.ackLetter", "false", "0.3, DSP-11"),
        ("dispute.dentalOnline", "false", "0.3, DSP-06"),
        ("dispute.decisionDays", "30", "0.3"),
        ("dispute.maxClaims", "25", "F: dispute claims per dispute"),
        ("appeal.types", "CLAIM_APPEAL,MEDICAL_NECESSITY_POST_SERVICE", "0.3, APL-04"),
        ("appeal.claimDays", "365", "0.3, APL-03"),
        ("appeal.claimAnchor", "NOTICE_MAILED_DATE", "0.3, APL-03"),
        ("appeal.clinicalDays", "60", "0.3"),
        ("appeal.clinicalAnchor", "DENIAL_DATE", "0.3"),
        ("appeal.clinicalOnline", "POST_SERVICE_ONLY", "0.3, APL-04"),
        ("appeal.clinicalNeedsMemberConsent", "true", "0.3"),
        ("appeal.consentDays", "30", "F: missing member consent"),
        ("appeal.dentalOnline", "false", "0.3"),
        ("appeal.decisionDays", "30", "0.3"),
        ("appeal.ackBusinessDays", "5", "0.3"),
        ("appeal.expeditedHours", "72", "0.3"),
        ("appeal.extensionDays", "14", "F: appeal extension"),
        ("maintenance.days", "30", "0.3, PRM-05"),
        ("credentialing.businessDays", "90", "0.3"),
        ("credentialing.evidenceDays", "120", "0.3"),
        ("credentialing.recredentialMonths", "36", "F: recredentialing"),
        ("credentialing.noticeDays", "120", "F: recredentialing"),
        ("recovery.primaryInsuranceRequiredFor", "ALL", "0.3"),
        ("recovery.decisionDays", "30", "F: recovery decide"),
        ("recovery.offsetWaitDays", "30", "F: plan recovery offset wait"),
        ("recovery.paymentAgeMonths", "24", "F: payment age"),
        ("recovery.maxClaims", "100", "F: recovery claims per request"),
        ("newborn.maxAgeDays", "365", "F: newborn delivery age"),
        ("eft.offered", "ALL", "0.3"),
        ("auth.session.idleMinutes", "15", "F: session idle, ACC-05"),
        ("auth.session.absoluteHours", "12", "F: session absolute, ACC-05"),
        ("auth.session.lockTries", "5", "F: lock, ACC-05"),
        ("auth.session.lockMinutes", "15", "F: lock, ACC-05"),
        ("impersonation.minutes", "30", "F: impersonation, ACC-14"),
        ("impersonation.write", "false", "0.3, ACC-14"),
        ("alerts.trustProvider", "false", "0.3"),
        ("deadline.rollToBusinessDay", "false", "0.1, 0.3"),
        ("documents.retentionYears", "10", "F: retention"),
    ];

    private static readonly (string Key, string Value, string Source)[] GeorgiaMedicaid =
    [
        ("retro.otherInsuranceAction", "ADD_COB_THEN_NO_AUTH_NEEDED", "0.2 #1, 0.3, AUT-09"),
        ("dispute.reasons", "UNDERPAYMENT,PLAN_RECOVERY", "0.2 #6, 0.3, DSP-03"),
        ("dispute.anchor", "PAYMENT_DATE", "0.2 #7, 0.3, DSP-04"),
        ("dispute.ackLetter", "true", "0.2 #8, 0.3, DSP-11"),
        ("appeal.types", "CLAIM_APPEAL", "0.3, APL-04"),
        ("appeal.claimDays", "30", "0.2 #9, 0.3, APL-03"),
        ("appeal.claimAnchor", "ADVERSE_ACTION_MAILED_DATE", "0.3, APL-03"),
        ("appeal.clinicalOnline", "false", "0.2 #10, 0.3, APL-04"),
    ];
}
