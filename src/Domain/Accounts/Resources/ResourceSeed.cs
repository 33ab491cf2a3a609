using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;
using static Portal.Graph.Domain.Accounts.Resources.ResourceKind;

namespace Portal.Graph.Domain.Accounts.Resources;

/// <summary>ACC-17: the library that the catalogue names, with made-up addresses. A library that has items stays as people left it.</summary>
internal static class ResourceSeed
{
    private const string Using = "Using the Provider Portal", Guides = "Quick Reference Guides", Quality = "Improving Quality Scores";

    private static readonly (string Section, string Title, ResourceKind Kind, string? Path)[] Items =
    [
        (Using, "User guide", Document, "user-guide.pdf"),
        (Using, "User submission guide", Document, "submission-guide.pdf"),
        (Using, "Introduction to the portal", Video, "introduction"),
        (Using, "Filling in the HCFA form", Video, "hcfa-form"),
        (Using, "Filling in the UB form", Video, "ub-form"),
        (Using, "Filling in the dental form", Video, "dental-form"),
        (Using, "Resubmitting and uploading images and reports", Video, "uploading-images"),
        (Using, "Clinical Practice Registry guide", Document, "registry-guide.pdf"),
        (Guides, "Provider quick reference guide", Document, null),
        (Guides, "Opioid tool kit", Link, "opioid-tool-kit"),
        (Guides, "Portal key features overview", Document, "key-features.pdf"),
        (Quality, "Adult CAHPS tips", Document, "adult-cahps-tips.pdf"),
        (Quality, "Child CAHPS tips", Document, "child-cahps-tips.pdf"),
        (Quality, "Adult HEDIS coding guide", Document, "adult-hedis-coding-guide.pdf"),
    ];

    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        if (await db.Set<Resource>().AnyAsync(ct)) return;
        db.AddRange(Items.Select((item, i) => Resource.Of(new(
            item.Title, item.Section, item.Kind, null, item.Path is { } path ? $"https://www.example.org/providers/library/{path}" : null, [], (i + 1) * 10,
            item.Path is null ? ResourceStatus.ComingSoon : ResourceStatus.Published))));
    }
}
