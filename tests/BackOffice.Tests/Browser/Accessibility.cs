using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Portal.Graph.BackOffice.Tests.Browser;

internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>Fails with what axe finds on the page as it stands (WCAG 2.2, levels A and AA, and good practice).</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page) => (await ViolationsAsync(page)).ShouldBeEmpty();

    public static Task<IReadOnlyList<string>> ViolationsAsync(this IPage page) => page.ViolationsAsync(Rules);

    /// <summary>Too little contrast: what another colour scheme of the same page can get wrong.</summary>
    public static Task<IReadOnlyList<string>> ContrastFaultsAsync(this IPage page) =>
        page.ViolationsAsync(new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } });

    private static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page, AxeRunOptions rules) =>
        [.. (await page.RunAxe(rules)).Violations.Select(violation =>
            $"{page.Url}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")];
}
