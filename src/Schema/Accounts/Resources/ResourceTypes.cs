using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Resources;

// ACC-17
[ObjectType<Resource>(Fields =
[
    nameof(Resource.Version), nameof(Resource.Title), nameof(Resource.Section), nameof(Resource.Kind), nameof(Resource.Description), nameof(Resource.Markets),
    nameof(Resource.Position), nameof(Resource.Status),
])]
public static class ResourceType
{
    [ID<Resource>]
    public static long GetId([Parent] Resource resource) => resource.Id;

    [NodeResolver]
    public static Task<Resource?> GetResourceByIdAsync(long id, ResourceReads reads, CancellationToken ct) => reads.ShownAsync(id, ct);
}

[QueryType, Authorize]
public static class ResourceQueries
{
    // ACC-17
    /// <summary>The resource library of the session's market, section by section; what is coming soon is shown but cannot be opened.</summary>
    /// <param name="section">Only this section, such as "Using the Provider Portal"; case does not matter.</param>
    public static Task<IReadOnlyList<Resource>> GetResourcesAsync(string? section, ResourceReads reads, CancellationToken ct) => reads.ShownAsync(section, ct);

    // ACC-17
    /// <summary>The address of an item. RESOURCE_NOT_AVAILABLE when it is coming soon or withdrawn, NOT_FOUND when the market has none by that id.</summary>
    public static Task<Outcome<string>> GetOpenResourceAsync([ID<Resource>] long id, ResourceReads reads, CancellationToken ct) => reads.AddressAsync(id, ct);
}

[MutationType, ClosedForMaintenance, RequiresPermission(Permission.StaffContentEdit)]
public static class ResourceMutations
{
    // ACC-17
    /// <summary>Writes an item of the library, or an item anew.</summary>
    /// <param name="id">The item to write anew; a new one when left out.</param>
    /// <param name="version">The version of that item that you read.</param>
    /// <param name="title">What to show, at most 150 characters.</param>
    /// <param name="section">The section that it stands in, at most 80 characters.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="description">What it is about, at most 500 characters.</param>
    /// <param name="url">Its address; needed once it is published.</param>
    /// <param name="markets">The markets that show it; all when empty.</param>
    /// <param name="position">Its place in the library; lower stands first.</param>
    /// <param name="status">Whether it can be opened.</param>
    [Error<ContentUnsafeMarkup>]
    public static Task<Outcome<Resource>> SaveResourceAsync(
        [ID<Resource>] long? id, int? version, string title, string section, ResourceKind kind, string? description, string? url,
        IReadOnlyList<Market> markets, int position, ResourceStatus status, ResourceDesk desk, CancellationToken ct) =>
        desk.SaveAsync(id, version, new(title, section, kind, description, url, markets, position, status), ct);
}
