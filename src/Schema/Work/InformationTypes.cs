using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Schema.Accounts;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Work;

// PLT-08
[ObjectType<InformationRequest>(Fields =
[
    nameof(InformationRequest.SubjectType), nameof(InformationRequest.SubjectNumber), nameof(InformationRequest.Market), nameof(InformationRequest.Text),
    nameof(InformationRequest.AskedAt), nameof(InformationRequest.DueAt), nameof(InformationRequest.State), nameof(InformationRequest.Answer),
    nameof(InformationRequest.ClosedAt),
])]
public static class InformationRequestType
{
    [ID<InformationRequest>]
    public static long GetId([Parent] InformationRequest request) => request.Id;

    /// <summary>The provider who is asked; null when the record concerns none.</summary>
    public static async ValueTask<ProviderAccount?> GetProviderAsync([Parent] InformationRequest request, AccountById loader) =>
        request.AccountId is { } id ? await loader.LoadAsync(id) : null;

    /// <summary>The files that came with the answer; <c>GET /files/{id}</c> sends the bytes.</summary>
    [ID<StoredFile>]
    public static IReadOnlyList<long> GetFileIds([Parent] InformationRequest request) => [.. request.Files.Select(f => f.FileId)];
}
