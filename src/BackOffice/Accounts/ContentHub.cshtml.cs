using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>A part of the content and what it is for.</summary>
public sealed record ContentPart(string Title, string Text, string Path);

/// <summary>/staff/content: what content editors write.</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class ContentHubModel : StaffPage
{
    public IReadOnlyList<ContentPart> Parts { get; } =
    [
        new("Home tiles", "What providers find on the home page after signing in, by market.", "/staff/content/tiles"),
        new("Public links", "Links, banners and notes of the public pages, by market.", "/staff/content/links"),
        new("Resource library", "Guides, videos and links for everybody who is signed in.", "/staff/content/resources"),
        new("Trainings", "Trainings that users of providers complete and attest to.", "/staff/content/trainings"),
        new("Surveys", "Dated questions about the portal.", "/staff/content/surveys"),
        new("Fee schedules", "The plan's own prices, brought in from files.", "/staff/content/fees"),
        new("Procedure rules", "What the public lookup says about prior authorization.", "/staff/content/procedures"),
        new("Terms of use", "What everybody accepts at sign-in.", "/staff/content/terms"),
    ];
}
