using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>Every page of the back office and what it declares.</summary>
public sealed class PageInventory(IActionDescriptorCollectionProvider actions, PageLoader loader)
{
    public async Task<IReadOnlyList<CompiledPageActionDescriptor>> PagesAsync()
    {
        List<CompiledPageActionDescriptor> pages = [];
        foreach (var page in actions.ActionDescriptors.Items.OfType<PageActionDescriptor>())
            pages.Add(await loader.LoadAsync(page, EndpointMetadataCollection.Empty));
        return pages;
    }

    /// <summary>PLT-18, deny by default: throws when a page says nothing about who may see it.</summary>
    public async Task DemandDeclarationsAsync()
    {
        var silent = (await PagesAsync()).Where(page => DeclarationOf(page) is null).Select(page => page.RelativePath).ToList();
        if (silent.Count > 0)
            throw new InvalidOperationException(
                $"These pages declare no permission and are refused: {string.Join(", ", silent)}. " +
                $"Add [RequiresPermission], [WorksQueue], [AnyStaff] or [OpenToEveryone] to the page model.");
    }

    public static IPageDeclaration? DeclarationOf(CompiledPageActionDescriptor page)
    {
        var declared = page.ModelTypeInfo?.GetCustomAttributes(inherit: true).OfType<IPageDeclaration>().ToList() ?? [];
        return declared.Count == 1 ? declared[0] : null;
    }
}
