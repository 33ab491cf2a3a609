using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Accounts;
using Portal.Graph.Schema.Members;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Claims;

// CLM-16, CLM-17
[ObjectType<Claim>(Fields =
[
    nameof(Claim.Version), nameof(Claim.Number), nameof(Claim.Type), nameof(Claim.State), nameof(Claim.Status), nameof(Claim.Market), nameof(Claim.Lob),
    nameof(Claim.MemberIdGiven), nameof(Claim.BillingNpi), nameof(Claim.RenderingNpi), nameof(Claim.PatientAccountNumber),
    nameof(Claim.FirstServiceDate), nameof(Claim.LastServiceDate), nameof(Claim.Frequency), nameof(Claim.DocumentControlNumber),
    nameof(Claim.ReceivedDate), nameof(Claim.ReceivedAt), nameof(Claim.TotalCharge), nameof(Claim.Allowed), nameof(Claim.Paid),
    nameof(Claim.PatientShare), nameof(Claim.DenialCategory), nameof(Claim.PendReason), nameof(Claim.ReviewKind), nameof(Claim.StateSince),
    nameof(Claim.DecidedDate), nameof(Claim.PaidDate), nameof(Claim.NoticeMailedDate), nameof(Claim.CheckNumber), nameof(Claim.LineCount),
])]
public static class ClaimObject
{
    [ID<Claim>]
    public static long GetId([Parent] Claim claim) => claim.Id;

    /// <summary>The patient; null when no member has the id that was keyed.</summary>
    public static async ValueTask<Member?> GetMemberAsync([Parent] Claim claim, MemberById loader) =>
        claim.MemberId is { } id ? await loader.LoadAsync(id) : null;

    /// <summary>The account that billed.</summary>
    public static ValueTask<ProviderAccount?> GetBillingProviderAsync([Parent] Claim claim, AccountById loader) => loader.LoadAsync(claim.BillingAccountId);

    /// <summary>The practitioner who rendered the services, when the plan knows the NPI.</summary>
    public static async ValueTask<Practitioner?> GetRenderingProviderAsync([Parent] Claim claim, PractitionerByNpi loader) =>
        claim.RenderingNpi is { } npi ? await loader.LoadAsync(npi) : null;

    /// <summary>The services billed, in the order of the form.</summary>
    public static ValueTask<IReadOnlyList<ClaimLine>> GetLinesAsync([Parent] Claim claim, LinesByClaim loader) => loader.LoadAsync(claim.Id);

    /// <summary>The diagnoses in the order of box 21, the principal one first.</summary>
    public static ValueTask<IReadOnlyList<ClaimDiagnosis>> GetDiagnosesAsync([Parent] Claim claim, DiagnosesByClaim loader) => loader.LoadAsync(claim.Id);

    /// <summary>What other payers decided, as sent with the claim.</summary>
    public static ValueTask<IReadOnlyList<ClaimOtherPayer>> GetOtherPayersAsync([Parent] Claim claim, OtherPayersByClaim loader) => loader.LoadAsync(claim.Id);

    /// <summary>Process, adjustment and remittance reasons of the claim and, with a line number, of its lines.</summary>
    public static ValueTask<IReadOnlyList<ClaimReason>> GetReasonsAsync([Parent] Claim claim, ReasonsByClaim loader) => loader.LoadAsync(claim.Id);

    /// <summary>Why intake rejected the claim; empty when it did not.</summary>
    public static ValueTask<IReadOnlyList<ClaimRejection>> GetRejectionsAsync([Parent] Claim claim, RejectionsByClaim loader) => loader.LoadAsync(claim.Id);

    /// <summary>The claim's steps from state to state, oldest first.</summary>
    public static ValueTask<IReadOnlyList<ClaimEvent>> GetHistoryAsync([Parent] Claim claim, EventsByClaim loader) => loader.LoadAsync(claim.Id);

    [NodeResolver]
    public static ValueTask<Claim?> GetClaimByIdAsync(long id, ClaimById loader) => loader.LoadAsync(id);
}
