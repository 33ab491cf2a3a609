using Microsoft.Playwright;
using Portal.Graph.Clients;
using Portal.GraphQL.Transport.Explorer;

namespace Portal.GraphQL.Tests.Explorer;

/// <summary>GraphiQL as a person has it: in a real browser, under the real policy.</summary>
public sealed class GraphiQLTests(Chromium chromium) : IClassFixture<Chromium>
{
    [NodeFact]
    public void The_build_bundles_it_where_there_is_Node() => ExplorerPage.HasGraphiQL.ShouldBeTrue();

    [NodeFact]
    public async Task A_query_that_is_typed_is_run_and_nothing_is_complained_about()
    {
        await using var server = await ExplorerServer.StartAsync();
        var explorer = await GraphiQLPage.OpenAsync(chromium, server.Address);
        await explorer.TypeAsync("""{ hello(name: "world") }""");
        (await explorer.RunAsync("Hello")).ShouldContain("\"Hello, world\"");
        explorer.Complaints.ShouldBeEmpty();
    }

    [NodeFact]
    public async Task A_subscription_shows_its_events_over_a_socket()
    {
        await using var server = await ExplorerServer.StartAsync();
        var explorer = await GraphiQLPage.OpenAsync(chromium, server.Address);
        await explorer.TypeAsync("subscription Bell { rings(times: 3) }");
        await explorer.RunAsync("\"rings\": 3");
        explorer.Complaints.ShouldBeEmpty();
    }

    [NodeFact]
    public async Task The_documentation_of_the_schema_is_shown()
    {
        await using var server = await ExplorerServer.StartAsync();
        var explorer = await GraphiQLPage.OpenAsync(chromium, server.Address);
        await explorer.OpenPluginAsync("Documentation Explorer");
        await explorer.Page.ClickAsync(".graphiql-doc-explorer-content a:has-text('Query')");
        await explorer.Page.GetByText("Says hello to somebody by name.").WaitForAsync();
        explorer.Complaints.ShouldBeEmpty();
    }

    [NodeFact]
    public async Task An_example_opens_in_a_tab_of_its_own_with_its_variables()
    {
        await using var server = await ExplorerServer.StartAsync();
        var explorer = await GraphiQLPage.OpenAsync(chromium, server.Address);
        await explorer.TypeAsync("{ __typename }");
        await explorer.OpenPluginAsync("Examples");
        await explorer.Page.ClickAsync("text=Greet somebody");
        (await explorer.RunAsync("Hello")).ShouldContain("\"Hello, Ada\"");
        (await explorer.Page.Locator(".graphiql-tab").CountAsync()).ShouldBe(2);
        await explorer.Page.Locator(".graphiql-tab").First.ClickAsync();
        (await explorer.Page.InnerTextAsync(".graphiql-query-editor .CodeMirror-code")).ShouldContain("__typename");
        explorer.Complaints.ShouldBeEmpty();
    }

    [NodeFact]
    public async Task Signing_in_opens_what_was_closed_until_signing_out_and_is_kept_in_this_window_only()
    {
        await using var server = await ExplorerServer.StartAsync();
        var explorer = await GraphiQLPage.OpenAsync(chromium, server.Address);
        var page = explorer.Page;
        await explorer.TypeAsync("{ me }");
        await explorer.RunAsync("NOT_SIGNED_IN");

        await explorer.OpenPluginAsync("Sign in");
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Guest" });
        await form.GetByLabel("Username").FillAsync("ada");
        await form.GetByLabel("Password").FillAsync("wrong");
        await form.GetByLabel("Door").SelectOptionAsync("BACK");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await form.GetByText("The word is wrong.").WaitForAsync();
        await form.GetByLabel("Password").FillAsync("sesame");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("Signed in with ada.").WaitForAsync();
        (await explorer.RunAsync("ada-Back")).ShouldContain("\"me\": \"ada-Back\"");

        await page.ReloadAsync();
        await page.WaitForSelectorAsync(".graphiql-query-editor .CodeMirror");
        await explorer.RunAsync("ada-Back");
        (await page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        var other = await GraphiQLPage.OpenAsync(chromium, server.Address);
        await other.TypeAsync("{ me }");
        await other.RunAsync("NOT_SIGNED_IN");

        await explorer.OpenPluginAsync("Sign in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await explorer.RunAsync("NOT_SIGNED_IN");
        explorer.Complaints.ShouldBeEmpty();
    }

    [NodeFact]
    public async Task A_header_of_the_editor_is_sent()
    {
        await using var server = await ExplorerServer.StartAsync();
        var explorer = await GraphiQLPage.OpenAsync(chromium, server.Address);
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Headers" }).ClickAsync();
        await explorer.Page.Locator(".graphiql-editor-tool .CodeMirror:visible").ClickAsync();
        await explorer.Page.Keyboard.InsertTextAsync("""{ "Authorization": "Bearer key-grace" }""");
        await explorer.TypeAsync("{ me }");
        (await explorer.RunAsync("grace")).ShouldContain("\"me\": \"grace\"");
        explorer.Complaints.ShouldBeEmpty();
    }

    [NodeFact]
    public async Task Every_dialog_and_menu_opens_under_the_policy()
    {
        await using var server = await ExplorerServer.StartAsync();
        var explorer = await GraphiQLPage.OpenAsync(chromium, server.Address);
        foreach (var title in new[] { "Open settings dialog", "Open short keys dialog" })
        {
            await explorer.OpenPluginAsync(title);
            await explorer.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await explorer.Page.Keyboard.PressAsync("Escape");
            await explorer.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        }
        await explorer.TypeAsync("{ hel");
        await explorer.Page.Keyboard.PressAsync("Control+Space");
        await explorer.Page.WaitForSelectorAsync(".CodeMirror-hints");
        await explorer.OpenPluginAsync("Show History");
        await explorer.Page.GetByRole(AriaRole.Region, new() { Name = "History" }).WaitForAsync();
        explorer.Complaints.ShouldBeEmpty();
    }
}
