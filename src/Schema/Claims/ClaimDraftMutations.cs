using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Claims;

[MutationType, RequiresPermission(Permission.ClaimsSubmit), ClosedForMaintenance]
public static class ClaimDraftMutations
{
    // CLM-01 to CLM-03
    /// <summary>Starts a claim.</summary>
    /// <param name="type">The national form. Changing the type of a started draft means starting a new one.</param>
    /// <param name="providerId">The billing provider; may be left out when only one is linked.</param>
    [PayloadField("draft")]
    [Error<DocTypeRequired>, Error<DocTypeNotAllowed>, Error<ProviderNotLinked>, Error<ProviderNotActive>]
    public static Task<Outcome<ClaimDraft>> CreateClaimDraftAsync(
        ClaimType? type, [ID<ProviderAccount>] long? providerId, ClaimDesk desk, CancellationToken ct) =>
        desk.CreateDraftAsync(type, providerId, ct);

    // CLM-04
    /// <summary>Saves a draft, however much is missing.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="form">All boxes: what is left out is emptied.</param>
    /// <param name="otherPayers">What other payers decided, all of them; none when left out.</param>
    [PayloadField("draft")]
    [Error<ProviderNotLinked>, Error<DraftExpired>]
    public static Task<Outcome<ClaimDraft>> SaveClaimDraftAsync(
        [ID<ClaimDraft>] long id, int version, ClaimForm form, IReadOnlyList<OtherPayer>? otherPayers, ClaimDesk desk, CancellationToken ct) =>
        desk.SaveDraftAsync(id, version, form, otherPayers ?? [], ct);

    /// <summary>Throws a draft away.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    [PayloadField("draft")]
    [Error<ProviderNotLinked>, Error<DraftExpired>]
    public static Task<Outcome<ClaimDraft>> DiscardClaimDraftAsync([ID<ClaimDraft>] long id, int version, ClaimDesk desk, CancellationToken ct) =>
        desk.DiscardDraftAsync(id, version, ct);

    // CLM-04, CLM-05, CLM-08, CLM-09, CLM-22, CLM-23
    /// <summary>
    /// Submits a draft. Faults of form, duplicates and late filing are refused, all at once, and the draft stays; what only the plan's
    /// records can tell makes a claim in state REJECTED.
    /// </summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="clientRequestId">Your own id of this request: repeating it gives the first answer and makes no second claim.</param>
    [Error<ProviderNotLinked>, Error<ProviderNotActive>, Error<DocTypeRequired>, Error<DocTypeNotAllowed>, Error<DraftExpired>]
    [Error<InvalidNpi>, Error<InvalidDiagnosisCode>, Error<InvalidProcedureCode>, Error<DateInFuture>, Error<DateRangeReversed>]
    [Error<DiagnosisPointerInvalid>, Error<ChargesUnbalanced>, Error<TooManyEntries>, Error<CobAmountsUnbalanced>, Error<CobPayerRequired>]
    [Error<TimelyFilingExpired>, Error<ClaimDuplicate>]
    public static Task<Outcome<Claim>> SubmitClaimAsync(
        [ID<ClaimDraft>] long draftId, int version, [ID] string clientRequestId, ClaimDesk desk, CancellationToken ct) =>
        desk.SubmitAsync(draftId, version, clientRequestId, ct);
}
