using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Shared;

[Collection(OneHost.Name), Requirement("PLT-18")]
public sealed class GateTests(BackOfficeHost host)
{
    [Fact]
    public async Task Every_page_declares_who_may_open_it()
    {
        var inventory = host.Services.GetRequiredService<PageInventory>();
        var pages = await inventory.PagesAsync();
        pages.Count.ShouldBeGreaterThan(6);
        pages.ShouldAllBe(page => PageInventory.DeclarationOf(page) != null);
        pages.ShouldAllBe(page => page.AttributeRouteInfo!.Template!.StartsWith("staff"));
        pages.Where(page => page.RelativePath.StartsWith("/Claims/")).ShouldAllBe(page => PageInventory.DeclarationOf(page) is RequiresPermissionAttribute);
    }

    [Fact]
    public void A_page_that_says_nothing_or_two_things_has_no_declaration()
    {
        PageInventory.DeclarationOf(Page(typeof(SilentPage))).ShouldBeNull();
        PageInventory.DeclarationOf(Page(typeof(UndecidedPage))).ShouldBeNull();
        PageInventory.DeclarationOf(Page(typeof(PlainPage))).ShouldBeOfType<AnyStaffAttribute>();
    }

    [Fact, Requirement("ACC-21")]
    public async Task During_maintenance_pages_are_read_and_nothing_is_changed()
    {
        var analyst = await host.SignedInAsync(StaffPlan.Analyst);
        var queue = await analyst.GetAsync("/staff/claims/pended");
        var settings = host.Services.GetRequiredService<IConfiguration>();
        (settings["Maintenance:From"], settings["Maintenance:Until"]) = ("2025-12-01T14:00:00Z", "2025-12-01T20:00:00Z");
        try
        {
            var refused = await analyst.SubmitAsync(queue, "#take-next");
            refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Text.ShouldContain("2025-12-01 20:00");
            (await analyst.SubmitAsync(queue, "form.filters button")).Status.ShouldBe(HttpStatusCode.OK);
            var search = await analyst.GetAsync("/staff/claims");
            (await analyst.SubmitAsync(search, "form.filters button")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            (settings["Maintenance:From"], settings["Maintenance:Until"]) = (null, null);
        }
    }

    [Theory]
    [InlineData(StaffPlan.Admin, "/staff/claims", "staff.claims.read")]
    [InlineData(StaffPlan.Admin, "/staff/claims/pended", "staff.claims.decide")]
    [InlineData(StaffPlan.Nurse, "/staff/claims/pended/1", "staff.claims.decide")]
    public async Task A_missing_permission_is_named(string username, string path, string permission)
    {
        using var client = await host.SignedInAsync(username);
        var answer = await client.GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Text.ShouldContain($"The permission {permission} is missing.");
    }

    [Fact]
    public async Task Navigation_offers_only_what_the_roles_allow()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        (await ana.GetAsync("/staff")).Texts("nav[aria-label=Main] a").ShouldBe(["Dashboard", "Document review", "Consent forms", "Document match", "Pended claims", "Claim adjustments", "Claim search"]);
        using var adam = await host.SignedInAsync(StaffPlan.Admin);
        var dashboard = await adam.GetAsync("/staff");
        dashboard.Texts("nav[aria-label=Main] a").ShouldBe(["Dashboard", "Users", "Jobs", "Mail"]);
        dashboard.Text.ShouldContain("No queues");
    }

    [Fact]
    public async Task A_good_bearer_token_opens_no_page()
    {
        string token;
        await using (var scope = host.Scope(Actor.System("test")))
        {
            // Of a live session of somebody who may read claims.
            var session = await scope.ServiceProvider.GetRequiredService<StaffSignInDesk>().SignInAsync(StaffPlan.Analyst, StaffPlan.Password, null, null, CancellationToken.None);
            token = scope.ServiceProvider.GetRequiredService<TokenIssuer>().Issue(session.Value!.UserId, session.Value.SessionId, null).Token;
        }
        using var client = host.Client();
        var request = new HttpRequestMessage(HttpMethod.Get, "/staff/claims");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.RawAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldStartWith("/staff/sign-in");
    }

    [Fact]
    public async Task A_post_without_the_form_s_token_is_refused()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var answer = await ana.SendAsync(new(HttpMethod.Post, "/staff/claims/pended?handler=TakeNext") { Content = new FormUrlEncodedContent([]) });
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Heading.ShouldBe("This form is no longer valid");
    }

    [Theory]
    [InlineData("/staff/sign-in")]
    [InlineData("/staff")]
    [InlineData("/staff/nowhere")]
    [InlineData("/staff/assets/staff.css")]
    public async Task Answers_tell_the_browser_to_trust_nobody_else(string path)
    {
        using var client = host.Client();
        using var answer = await client.RawAsync(new(HttpMethod.Get, path));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe-inline");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }

    [Fact]
    public async Task Pages_are_not_kept_by_caches_and_carry_nothing_inline()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var page = await ana.GetAsync("/staff/claims/pended");
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Document.QuerySelectorAll("style, script:not([src]), [style], [onclick]").ShouldBeEmpty();
    }

    private static CompiledPageActionDescriptor Page(Type model) => new() { ModelTypeInfo = System.Reflection.IntrospectionExtensions.GetTypeInfo(model) };

    private sealed class SilentPage;

    [AnyStaff, RequiresPermission(Permission.StaffClaimsRead)]
    private sealed class UndecidedPage;

    [AnyStaff]
    private sealed class PlainPage;
}
