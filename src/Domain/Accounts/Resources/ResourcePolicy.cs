using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.Resources;

/// <summary>The item is announced but not there yet, or it was withdrawn.</summary>
/// <param name="Title">The item's title.</param>
/// <param name="ComingSoon">True when it is still to come, false when it was withdrawn.</param>
public sealed record ResourceNotAvailable(string Title, bool ComingSoon)
    : Refusal(ComingSoon ? $"{Title} is coming soon. It cannot be opened yet." : $"{Title} was withdrawn.");

/// <summary>ACC-17: what an item must hold, in which order items stand, and whether one can be opened.</summary>
public static class ResourcePolicy
{
    public static List<Refusal> Faults(ResourceDraft draft) =>
    [
        .. ContentPolicy.Text("Title", "title", draft.Title, Resource.TitleLength),
        .. ContentPolicy.Text("Section", "section", draft.Section, Resource.SectionLength),
        .. ContentPolicy.Text("Description", "description", draft.Description, Resource.DescriptionLength, required: false),
        .. ContentPolicy.Link("Address", "url", draft.Url, required: draft.Status is ResourceStatus.Published),
    ];

    public static IReadOnlyList<Resource> InOrder(IEnumerable<Resource> items) =>
    [
        .. items.GroupBy(item => item.Section).OrderBy(section => section.Min(item => item.Position)).ThenBy(section => section.Key, StringComparer.Ordinal)
            .SelectMany(section => section.OrderBy(item => item.Position).ThenBy(item => item.Title, StringComparer.Ordinal)),
    ];

    /// <summary>Where the item is; another market's item looks like none.</summary>
    public static Outcome<string> Address(Resource? item, Market? market) => item switch
    {
        null => new NotFound("resource"),
        _ when !item.IsFor(market) => new NotFound("resource"),
        { Status: ResourceStatus.Published, Url: { } url } => url,
        _ => new ResourceNotAvailable(item.Title, item.Status is ResourceStatus.ComingSoon),
    };
}
