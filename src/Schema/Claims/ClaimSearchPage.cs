using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Schema.Members;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Claims;

// CLM-13, CLM-14
/// <summary>A page of the claims that a search found, with what the search found besides.</summary>
public sealed class ClaimSearchPage(Connection<Claim> page, ClaimSearchResult found) : Connection<Claim>(page)
{
    internal IReadOnlyList<long> MemberIds => found.MemberIds;

    /// <summary>Numbers searched for that are not among your claims.</summary>
    public IReadOnlyList<string> NotFoundNumbers => found.NotFoundNumbers;

    /// <summary>Numbers searched for that were received before the look-back; contact Provider Services about them.</summary>
    public IReadOnlyList<string> OlderNumbers => found.OlderNumbers;
}

[ExtendObjectType<ClaimSearchPage>]
public static class ClaimSearchPageFields
{
    /// <summary>The members whom the member options name.</summary>
    public static async ValueTask<IReadOnlyList<Member>> GetMemberInformationAsync([Parent] ClaimSearchPage page, MemberById loader) =>
        [.. (await loader.LoadAsync([.. page.MemberIds])).OfType<Member>()];
}
