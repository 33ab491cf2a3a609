using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Accounts.Resources;

/// <summary>An item of the library as it is written.</summary>
public sealed class ResourceForm
{
    public string? Title { get; set; }
    public string? Section { get; set; }
    public ResourceKind Kind { get; set; }
    public string? Description { get; set; }
    public string? Url { get; set; }
    public List<Market> Markets { get; set; } = [];
    public int Position { get; set; } = 500;
    public ResourceStatus Status { get; set; } = ResourceStatus.ComingSoon;
    public int? Version { get; set; }

    public static ResourceForm Of(Resource item) => new()
    {
        Title = item.Title, Section = item.Section, Kind = item.Kind, Description = item.Description, Url = item.Url, Markets = [.. item.Markets],
        Position = item.Position, Status = item.Status, Version = item.Version,
    };

    public ResourceDraft ToDraft() => new(Title ?? "", Section ?? "", Kind, Description, Url, Markets, Position, Status);

    public static Tone ToneOf(ResourceStatus status) => status switch
    {
        ResourceStatus.Published => Tone.Green,
        ResourceStatus.ComingSoon => Tone.Blue,
        ResourceStatus.Hidden => Tone.Neutral,
    };
}
