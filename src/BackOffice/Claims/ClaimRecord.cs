using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>A claim with all its parts and the people around it, as one page shows them.</summary>
public sealed record ClaimRecord(
    Claim Claim, IReadOnlyList<ClaimLine> Lines, IReadOnlyList<ClaimDiagnosis> Diagnoses, IReadOnlyList<ClaimOtherPayer> OtherPayers,
    IReadOnlyList<ClaimReason> Reasons, IReadOnlyList<ClaimRejection> Rejections, IReadOnlyList<ClaimEvent> Events,
    ProviderAccount? Provider, Practitioner? Rendering, MemberInformation? Member, EligibilityVerdict? Verdict, IReadOnlyList<CobRecord> OtherInsurance)
{
    public IEnumerable<ClaimReason> ReasonsOf(int? line) => Reasons.Where(reason => reason.LineNo == line);
}

/// <summary>Reads a claim record; every read of it is audited by the reads it uses.</summary>
public sealed class ClaimRecordReader(ClaimReads claims, AccountReads accounts, MemberReads members, CoverageReads coverage)
{
    public async Task<ClaimRecord> ReadAsync(Claim claim, CancellationToken ct)
    {
        long[] id = [claim.Id];
        var lines = (await claims.LinesAsync(id, ct))[claim.Id];
        var diagnoses = (await claims.DiagnosesAsync(id, ct))[claim.Id];
        var payers = (await claims.OtherPayersAsync(id, ct))[claim.Id];
        var reasons = (await claims.ReasonsAsync(id, ct))[claim.Id];
        var rejections = (await claims.RejectionsAsync(id, ct))[claim.Id];
        var events = (await claims.EventsAsync(id, ct))[claim.Id];
        var provider = (await accounts.ByIdsAsync([claim.BillingAccountId], ct)).SingleOrDefault();
        var rendering = claim.RenderingNpi is { } npi ? (await accounts.PractitionersByNpiAsync([npi], ct)).FirstOrDefault() : null;
        var (member, verdict, insurance) = await MemberAsync(claim, ct);
        return new(claim, [.. lines], [.. diagnoses], [.. payers], [.. reasons], [.. rejections], [.. events], provider, rendering, member, verdict, insurance);
    }

    private async Task<(MemberInformation?, EligibilityVerdict?, IReadOnlyList<CobRecord>)> MemberAsync(Claim claim, CancellationToken ct)
    {
        if (claim.MemberId is not { } id) return (null, null, []);
        var information = (await members.InformationOfAsync([id], claim.FirstServiceDate, ct)).SingleOrDefault();
        if (information is null) return (null, null, []);
        var spans = (await coverage.SpansOfAsync([id], ct)).Where(span => span.Enrollment?.Market == claim.Market).ToList();
        var insurance = (await coverage.CobOfAsync([id], ct)).Where(record => record.Dates.Contains(claim.FirstServiceDate)).ToList();
        return (information, EligibilityPolicy.Verdict(spans, claim.FirstServiceDate), insurance);
    }
}
