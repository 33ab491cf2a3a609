using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Schema.Accounts;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Claims;

[ObjectType<ClaimDraft>(Fields =
[
    nameof(ClaimDraft.Version), nameof(ClaimDraft.Market), nameof(ClaimDraft.Type), nameof(ClaimDraft.State), nameof(ClaimDraft.CreatedAt),
    nameof(ClaimDraft.ChangedAt), nameof(ClaimDraft.MemberIdGiven), nameof(ClaimDraft.FirstServiceDate), nameof(ClaimDraft.LastServiceDate),
    nameof(ClaimDraft.TotalCharge), nameof(ClaimDraft.Form), nameof(ClaimDraft.OtherPayers),
])]
public static class ClaimDraftType
{
    [ID<ClaimDraft>]
    public static long GetId([Parent] ClaimDraft draft) => draft.Id;

    /// <summary>The account that will bill, chosen when the draft was started.</summary>
    public static ValueTask<ProviderAccount?> GetBillingProviderAsync([Parent] ClaimDraft draft, AccountById loader) => loader.LoadAsync(draft.AccountId);

    /// <summary>The claim that the draft became; null until it is submitted.</summary>
    public static async ValueTask<Claim?> GetClaimAsync([Parent] ClaimDraft draft, ClaimById loader) =>
        draft.ClaimId is { } id ? await loader.LoadAsync(id) : null;
}

[ObjectType<ClaimDraftView>(Name = "ClaimDraftDetails")]
public static class ClaimDraftViewType;
