using System.Text;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>
/// The one route convention: <c>/Accounts/SignOut.cshtml</c> is <c>/staff/accounts/sign-out</c>. A page may name another address by
/// <c>@page "/address"</c>; it lies below /staff all the same, so no page escapes the headers and the gate.
/// </summary>
internal sealed class StaffRoutes : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        foreach (var selector in model.Selectors)
            if (selector.AttributeRouteModel is { Template: { } template } route)
                route.Template = $"staff/{Address(template)}".TrimEnd('/');
    }

    internal static string Address(string template) => string.Join('/', template.Trim('/').Split('/').Select(KebabCase));

    private static string KebabCase(string segment)
    {
        if (segment.StartsWith('{')) return segment;
        var kebab = new StringBuilder();
        for (var i = 0; i < segment.Length; i++)
        {
            if (i > 0 && char.IsUpper(segment[i])) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(segment[i]));
        }
        return kebab.ToString();
    }
}
