using Microsoft.Playwright;
using Portal.Graph.Clients;

namespace Portal.GraphQL.Tests.Explorer;

/// <summary>GraphiQL in a browser, and everything that the browser complained about.</summary>
internal sealed class GraphiQLPage(IPage page)
{
    private readonly List<string> _complaints = [];

    public IPage Page => page;

    /// <summary>Errors of the console (refusals of the content-security policy are among them), of scripts, and of files.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<GraphiQLPage> OpenAsync(Chromium chromium, Uri address)
    {
        var opened = new GraphiQLPage(await chromium.OpenAsync(address));
        opened.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") opened._complaints.Add(message.Text);
        };
        opened.Page.PageError += (_, error) => opened._complaints.Add(error);
        opened.Page.RequestFailed += (_, request) => opened._complaints.Add($"{request.Url}: {request.Failure}");
        opened.Page.Response += (_, response) =>
        {
            if (response.Status >= 400) opened._complaints.Add($"{response.Url}: {response.Status}");
        };
        await opened.Page.GotoAsync("/graphql");
        await opened.Page.WaitForSelectorAsync(".graphiql-query-editor .CodeMirror");
        return opened;
    }

    public async Task TypeAsync(string query)
    {
        await page.ClickAsync(".graphiql-query-editor .CodeMirror");
        await page.Keyboard.PressAsync("Control+A");
        // Typed in one go, as pasting does: the editor closes brackets by itself otherwise.
        await page.Keyboard.InsertTextAsync(query);
    }

    public async Task<string> RunAsync(string until)
    {
        await page.ClickAsync(".graphiql-execute-button");
        var shown = page.Locator(".result-window .CodeMirror-code", new() { HasText = until });
        try
        {
            await shown.WaitForAsync(new() { Timeout = 30_000 });
            return await shown.InnerTextAsync();
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"Shown: {await page.InnerTextAsync(".result-window")}\nComplaints: {string.Join("\n", _complaints)}", e);
        }
    }

    public Task OpenPluginAsync(string title) => page.GetByRole(AriaRole.Button, new() { Name = title }).First.ClickAsync();
}
