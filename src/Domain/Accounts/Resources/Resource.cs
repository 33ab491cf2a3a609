using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.Resources;

/// <summary>What an item of the library is.</summary>
public enum ResourceKind
{
    /// <summary>A document to read or print.</summary>
    Document,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A page elsewhere.</summary>
    Link,
}

/// <summary>Whether an item can be opened.</summary>
public enum ResourceStatus
{
    /// <summary>Shown, and can be opened.</summary>
    Published,

    /// <summary>Shown, but cannot be opened yet.</summary>
    ComingSoon,

    /// <summary>Not shown.</summary>
    Hidden,
}

/// <summary>What staff write of an item.</summary>
public sealed record ResourceDraft(
    string Title, string Section, ResourceKind Kind, string? Description, string? Url, IReadOnlyList<Market> Markets, int Position, ResourceStatus Status);

// ACC-17
/// <summary>An item of the resource library.</summary>
public sealed class Resource : IContent<Resource, ResourceDraft>
{
    public const int TitleLength = 150, SectionLength = 80, DescriptionLength = 500;

    private Resource() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>What to show.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The section that it stands in, such as "Using the Provider Portal".</summary>
    public string Section { get; private set; } = "";

    /// <summary>What it is.</summary>
    public ResourceKind Kind { get; private set; }

    /// <summary>What it is about; null when the title says it.</summary>
    public string? Description { get; private set; }

    // A reader gets it by openResource only.
    public string? Url { get; private set; }

    /// <summary>The markets that show it; empty for all.</summary>
    public IReadOnlyList<Market> Markets { get; private set; } = [];

    /// <summary>Its place in the library; lower stands first, and a section stands where its first item does.</summary>
    public int Position { get; private set; }

    /// <summary>Whether it can be opened.</summary>
    public ResourceStatus Status { get; private set; }

    public static Resource Of(ResourceDraft draft)
    {
        var resource = new Resource();
        resource.Write(draft);
        return resource;
    }

    public void Write(ResourceDraft draft)
    {
        (Title, Section, Kind, Description) = (draft.Title.Trim(), draft.Section.Trim(), draft.Kind, ContentPolicy.Trimmed(draft.Description));
        (Url, Markets, Position, Status) = (ContentPolicy.Trimmed(draft.Url), [.. draft.Markets.Distinct().Order()], draft.Position, draft.Status);
    }

    /// <summary>Whether readers of the market see it; staff, who have no market, see those of all.</summary>
    public bool IsShownIn(Market? market) => Status is not ResourceStatus.Hidden && IsFor(market);

    public bool IsFor(Market? market) => market is not { } one || Markets.Count == 0 || Markets.Contains(one);
}
