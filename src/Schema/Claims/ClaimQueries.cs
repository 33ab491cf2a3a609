using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.Graph.Schema.Claims;

[QueryType]
public static class ClaimQueries
{
    private static readonly PagingBounds Pages = new(25, 200, IncludeTotalCount: true);

    // CLM-11 to CLM-16
    /// <summary>
    /// Claims of your providers by any of the options, newest service first. Refused with SEARCH_TOO_BROAD, DATE_RANGE_TOO_WIDE,
    /// DATE_RANGE_REVERSED, TOO_MANY_CLAIM_NUMBERS, CHECK_NUMBER_NOT_FOUND, CLAIM_OLDER_THAN_LOOKBACK, MEMBER_NOT_FOUND or INVALID_FORMAT.
    /// </summary>
    /// <param name="where">What to look for; options that are given must all hold.</param>
    [RequiresPermission(Permission.ClaimsRead, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.SystemIntegrate)]
    [UsePaging(ConnectionName = "ClaimSearch")]
    public static async Task<Outcome<ClaimSearchPage>> GetClaimsAsync(
        ClaimSearchInput where, PagingArguments page, ClaimReads reads, [Service] Pager pager, CancellationToken ct)
    {
        var found = await reads.SearchAsync(where.ToSearch(), ct);
        return found.Succeeded
            ? new ClaimSearchPage(await pager.PageAsync(found.Value.Claims.Paged(), page, Pages, ct), found.Value)
            : Outcome<ClaimSearchPage>.Refused(found.Refusals);
    }

    // CLM-17
    /// <summary>A claim of your providers by its number. Refused with CLAIM_NOT_FOUND or CLAIM_OLDER_THAN_LOOKBACK.</summary>
    /// <param name="number">The claim number: C, date of receipt as yyMMdd, 7 digits.</param>
    [RequiresPermission(Permission.ClaimsRead, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.SystemIntegrate)]
    public static Task<Outcome<Claim>> GetClaimAsync(string number, ClaimReads reads, CancellationToken ct) => reads.FindByNumberAsync(number, ct);

    // CLM-01
    /// <summary>The claims that your providers submitted, last received first.</summary>
    [RequiresPermission(Permission.ClaimsRead), UsePaging]
    public static PagedQuery<Claim> GetClaimSubmissions(ClaimReads reads) => reads.Submissions().Paged();

    // CLM-01, CLM-29
    /// <summary>Your accounts' drafts, last changed first.</summary>
    [RequiresPermission(Permission.ClaimsSubmit), UsePaging]
    public static async Task<Outcome<PagedQuery<ClaimDraft>>> GetClaimDraftsAsync(ClaimDraftReads reads, CancellationToken ct) =>
        (await reads.ListAsync(ct)).Map(drafts => drafts.Paged());

    // CLM-04
    /// <summary>A draft with everything that keeps it from being submitted. Refused with NOT_FOUND or DRAFT_EXPIRED.</summary>
    [RequiresPermission(Permission.ClaimsSubmit)]
    public static Task<Outcome<ClaimDraftView>> GetClaimDraftAsync([ID<ClaimDraft>] long id, ClaimDraftReads reads, CancellationToken ct) =>
        reads.FindAsync(id, ct);
}
