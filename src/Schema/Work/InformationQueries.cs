using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Work;

[QueryType, Authorize]
public static class InformationQueries
{
    // PLT-08
    /// <summary>What the plan asks your accounts about records that you may submit, the next due first.</summary>
    /// <param name="subjectNumber">Only about the record with this number.</param>
    /// <param name="open">Only what is still to answer; all when false.</param>
    [UsePaging]
    public static PagedQuery<InformationRequest> GetInformationRequests(string? subjectNumber, InformationReads reads, bool open = true) =>
        reads.Mine(subjectNumber, open).Paged();
}
