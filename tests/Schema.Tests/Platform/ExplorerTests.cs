using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Portal.Graph.Clients;
using Portal.Graph.Domain.Demo;
using Portal.GraphQL.Transport.Explorer;

namespace Portal.Graph.Schema.Tests.Platform;

/// <summary>What the portal puts into the explorer page.</summary>
public sealed class ExplorerTests(DemoPortal demo, Chromium chromium) : IClassFixture<DemoPortal>, IClassFixture<Chromium>
{
    private TestPortal Portal => demo.Portal;

    private ExplorerOptions Options => Portal.Services.GetRequiredService<IOptions<ExplorerOptions>>().Value;

    [Fact]
    public void Analysts_find_examples_about_every_part_of_the_work() =>
        Options.Examples.Select(e => e.Group).Distinct().ShouldBe(["Claims", "Content", "Grievances", "Jobs", "Letters", "Members", "Platform", "Policies", "Training", "Users", "Work"]);

    [Fact]
    public async Task Every_example_is_answered_without_an_error_and_says_what_it_is_for()
    {
        var provider = await Portal.SignInAsync("demo.billing");
        var others = new Dictionary<string, ApiClient>
        {
            ["Policies"] = await StaffAsync("staff.policy.admin"), ["Jobs"] = await StaffAsync("staff.system.admin"), ["Letters"] = await StaffAsync("staff.content.editor"),
            ["Users"] = await Portal.SignInAsync("demo.admin"), ["Work"] = await StaffAsync("staff.claims.analyst"),
        };
        var schedule = (await provider.SendAsync("{ feeSchedules { id } }")).Data("feeSchedules", 0, "id").GetString();
        var known = (await provider.SendAsync($"{{ claims(where: {{serviceDates: {{from: \"{Today.AddDays(-60):O}\"}}}}, first: 1) {{ nodes {{ number }} }} }}"))
            .Data("claims", "nodes", 0, "number").GetString();
        foreach (var example in Options.Examples)
        {
            example.Description.ShouldNotBeEmpty(example.Name);
            var variables = Regex.Replace(example.Variables, @"\{\{today(?:-(\d+))?\}\}", m => Today.AddDays(m.Groups[1].Success ? -int.Parse(m.Groups[1].Value) : 0).ToString("O"));
            // Numbers differ from plan to plan: the one in the file only shows their form.
            variables = Regex.Replace(variables, @"C\d{13}", known!);
            variables = variables.Replace("ID-OF-A-SCHEDULE", schedule);
            var client = others.GetValueOrDefault(example.Group, provider);
            var answer = await client.SendAsync(example.Document, variables.Length == 0 ? null : JsonDocument.Parse(variables).RootElement);
            answer.ErrorCodes.ShouldBeEmpty($"{example.Name}: {answer.Text}");
        }
    }

    [NodeFact]
    public async Task An_analyst_signs_in_and_runs_an_example_in_a_browser()
    {
        var page = await chromium.OpenAsync(Portal.Address);
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        await page.SetViewportSizeAsync(1440, 830);
        await page.Clock.SetFixedTimeAsync(Portal.Clock.GetUtcNow().UtcDateTime);
        await page.GotoAsync("/graphql");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).First.ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Provider" });
        await form.GetByLabel("Username").FillAsync("demo.billing");
        await form.GetByLabel("Password").FillAsync(DemoCast.Password);
        await form.GetByLabel("Market").SelectOptionAsync("OH");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("Signed in with demo.billing.").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Examples" }).ClickAsync();
        await page.ClickAsync("text=Claims of a period");
        await page.ClickAsync(".graphiql-execute-button");
        await page.Locator(".result-window .CodeMirror-code", new() { HasText = "firstServiceDate" }).WaitForAsync();
        complaints.ShouldBeEmpty();

        var picture = await page.ScreenshotAsync();
        picture.Length.ShouldBeInRange(10_000, 250 * 1024);
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "explorer.png"), picture);
    }

    private DateOnly Today => DateOnly.FromDateTime(Portal.Clock.GetUtcNow().UtcDateTime.AddHours(-5));

    private async Task<ApiClient> StaffAsync(string username)
    {
        var answer = await Portal.Anonymous().SendAsync(
            "mutation($input: StaffSignInInput!) { staffSignIn(input: $input) { session { accessToken } } }",
            new { input = new { username, password = DemoCast.Password } });
        return new(new HttpClient { BaseAddress = Portal.Address }, answer.Data("staffSignIn", "session", "accessToken").GetString());
    }
}
