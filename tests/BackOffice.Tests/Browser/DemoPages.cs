using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Browser;

/// <summary>A portal with the demo plan and, beside its own people, one who holds every role.</summary>
public sealed class DemoPages : IAsyncLifetime
{
    public const string Everyman = "every.role";

    /// <summary>The dashboard, and lists whose first rows are of the rarer kinds.</summary>
    public static readonly IReadOnlyList<string> Starts = ["/staff/policies?Filter.State=awaiting", "/staff/grievances", "/staff/claims/pended", "/staff/cob", "/staff/registrations", "/staff/letters", "/staff/templates", "/staff"];

    private TestPortal _portal = null!;

    public Uri Address => _portal.Address;

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.AsAsync(Actor.System("test set-up"), async services =>
        {
            var made = await services.GetRequiredService<UserDesk>().CreateAsync(
                new(Everyman, StaffPlan.Password, "every.role@plan.example", "Eve Role", UserKind.Staff, EmailVerified: true, IsDemo: true), CancellationToken.None);
            await using var write = await services.GetRequiredService<PortalDb>().BeginWriteAsync(CancellationToken.None);
            foreach (var role in Enum.GetValues<StaffRole>()) made.Value!.Grant(role, null, _portal.Clock.GetUtcNow());
            await write.CommitAsync(CancellationToken.None);
            return true;
        });
        await ArrangeAsync();
    }

    /// <summary>What the demo plan leaves to its visitors to do: a provider tried in vain, a rule that waits for a second person, a grievance, a letter.</summary>
    private async Task ArrangeAsync()
    {
        for (var tries = 0; tries < 5; tries++)
            await _portal.AsAsync(Actor.Anonymous, services => services.GetRequiredService<RegistrationDesk>().VerifyAsync(
                new("Nobody Known", "999999999", "700000000123", "99999"), Market.OH, "10.1.2.3", CancellationToken.None));
        using var client = await SignedInAsync(Everyman, StaffPlan.Password);
        var draft = await client.SubmitAsync(await client.GetAsync("/staff/policies/edit"), "#save",
            ("Form.Key", "dispute.maxClaims"), ("Form.Market", "WV"), ("Form.From", "2026-01-01"), ("Form.Value", "10"), ("Form.Source", "Contract 7"));
        draft.Texts(".toast").ShouldNotBeEmpty();
        await FileAsync(await _portal.SignInAsync("demo.clinical"));
        await _portal.AsAsync(Actor.System("test set-up"), async services =>
        {
            // An item of a queue whose capability has no page of its own.
            var db = services.GetRequiredService<PortalDb>();
            await using var write = await db.BeginWriteAsync(CancellationToken.None);
            await services.GetRequiredService<WorkIntake>().OpenAsync(
                "Q-COB", await db.Set<ProviderAccount>().FirstAsync(), new(Market.OH, "Other insurance", "CB-1", Lob.Medicaid, null), CancellationToken.None);
            await write.CommitAsync(CancellationToken.None);
            return true;
        });
    }

    /// <summary>A grievance, and an attestation with its letter.</summary>
    private static async Task FileAsync(ApiClient user)
    {
        var filed = await user.SendAsync(
            "mutation { fileGrievance(input: { category: PORTAL, narrative: \"The portal is slow.\", fileIds: [], clientRequestId: \"crawl-1\" }) { grievance { id } errors { ... on Error { code } } } }");
        filed.PayloadCodes("fileGrievance").ShouldBeEmpty();
        var trainings = (await user.SendAsync("{ trainings { open training { id } } }")).Data("trainings").EnumerateArray();
        var open = trainings.First(row => row.GetProperty("open").GetBoolean()).GetProperty("training").GetProperty("id").GetString();
        var attested = await user.SendAsync(
            "mutation($id: ID!) { attestTraining(input: { trainingId: $id, name: \"Dana Clinical\", jobTitle: \"Nurse\", accepted: true }) { attestation { at } errors { ... on Error { code } } } }", new { id = open });
        attested.PayloadCodes("attestTraining").ShouldBeEmpty();
    }

    public async Task<StaffClient> SignedInAsync(string username, string password)
    {
        var client = new StaffClient(Address);
        var page = await client.SubmitAsync(await client.GetAsync("/staff/sign-in"), "main form button", ("Form.Username", username), ("Form.Password", password));
        page.Address.ShouldBe("/staff", page.Text);
        return client;
    }

    /// <summary>The pages that a reader goes to, by the addresses that show them.</summary>
    public async Task<PageKinds> PagesAsync() => new(
        (await _portal.Services.GetRequiredService<PageInventory>().PagesAsync())
            .Where(page => PageInventory.DeclarationOf(page) is not OpenToEveryoneAttribute)
            .SelectMany(page => Crawl.PatternsOf("/" + page.AttributeRouteInfo!.Template).Select(pattern => (pattern, page.RelativePath))));

    public async Task DisposeAsync() => await _portal.DisposeAsync();
}

/// <summary>Which page an address shows.</summary>
public sealed class PageKinds(IEnumerable<(string Pattern, string Page)> routes)
{
    // Nobody goes there: the one takes a choice, the other sends a file.
    private static readonly string[] NotPages = ["/Shared/Appearance/Choose.cshtml", "/Platform/Files/Download.cshtml"];

    private readonly ILookup<string, string> _pages = routes.ToLookup(route => route.Pattern, route => route.Page);

    public IEnumerable<string> All => _pages.SelectMany(pages => pages).Distinct().Except(NotPages);

    public string Of(string path) => _pages[Crawl.PatternOf(path)].FirstOrDefault() ?? path;
}
