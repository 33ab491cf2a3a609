using System.Net;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

[Collection(OneHost.Name)]
public sealed class SignInTests(BackOfficeHost host)
{
    private const string Button = "main form button";

    [Fact, Requirement("ACC-23")]
    public async Task Right_password_opens_the_dashboard_and_sign_out_ends_the_session()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var dashboard = await ana.GetAsync("/staff");
        dashboard.Heading.ShouldBe("Good to see you, Ana");
        var cookie = ana.Cookies.GetCookies(new Uri(host.Address, "/staff"))["staff-session"]!.Value;

        var ended = await ana.SubmitAsync(dashboard, "#sign-out");
        ended.Text.ShouldContain("You are signed out.");
        // A copy of the cookie is worth nothing.
        using var thief = host.Client();
        thief.Cookies.Add(host.Address, new Cookie("staff-session", cookie, "/staff"));
        (await thief.GetAsync("/staff")).Heading.ShouldBe("Sign in");
    }

    [Fact, Requirement("ACC-05")]
    public async Task Wrong_password_and_unknown_name_read_alike()
    {
        using var client = host.Client();
        var form = await client.GetAsync("/staff/sign-in");
        var wrong = await client.SubmitAsync(form, Button, ("Form.Username", StaffPlan.OtherAnalyst), ("Form.Password", "not-the-password"));
        var unknown = await client.SubmitAsync(form, Button, ("Form.Username", "nobody.known"), ("Form.Password", "not-the-password"));
        wrong.Texts("#refusals li").ShouldHaveSingleItem().ShouldContain("wrong");
        unknown.Texts("#refusals li").ShouldBe(wrong.Texts("#refusals li"));
        wrong.Document.QuerySelector("#Form_Password")!.GetAttribute("value").ShouldBeNull();
    }

    [Fact]
    public async Task Empty_fields_are_named_together_and_linked()
    {
        using var client = host.Client();
        var answer = await client.SubmitAsync(await client.GetAsync("/staff/sign-in"), Button);
        answer.Document.QuerySelectorAll("#refusals a").Select(link => link.GetAttribute("href")).ShouldBe(["#Form_Username", "#Form_Password"]);
        answer.Document.QuerySelector("#Form_Username")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact, Requirement("ACC-05", "ACC-23")]
    public async Task Second_factor_is_asked_for_and_a_wrong_code_is_refused()
    {
        using var client = host.Client();
        var first = await client.SubmitAsync(await client.GetAsync("/staff/sign-in"), Button, ("Form.Username", StaffPlan.Guarded), ("Form.Password", StaffPlan.Password));
        first.Heading.ShouldBe("Enter your code");
        first.Document.DocumentElement.OuterHtml.ShouldNotContain(StaffPlan.Password);

        var wrong = await client.SubmitAsync(first, Button, ("Form.Code", "000000"));
        wrong.Heading.ShouldBe("Enter your code");
        wrong.Texts("#refusals a").ShouldHaveSingleItem();

        var right = await client.SubmitAsync(wrong, Button, ("Form.Code", Totp.Code(StaffPlan.Secret, Totp.StepOf(host.Clock.GetUtcNow()))));
        right.Address.ShouldBe("/staff");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/staff")]
    [InlineData("/graphql")]
    [InlineData("/staff/../graphql")]
    public async Task Foreign_return_addresses_are_not_followed(string address)
    {
        using var client = host.Client();
        var form = await client.GetAsync("/staff/sign-in?returnUrl=" + Uri.EscapeDataString(address));
        var answer = await client.SubmitAsync(form, Button, ("Form.Username", StaffPlan.Analyst), ("Form.Password", StaffPlan.Password));
        answer.Address.ShouldBe("/staff");
    }

    [Fact]
    public async Task A_page_asked_for_before_sign_in_is_opened_after_it()
    {
        using var client = host.Client();
        var form = await client.GetAsync("/staff/claims/pended?due=breached");
        form.Heading.ShouldBe("Sign in");
        var answer = await client.SubmitAsync(form, Button, ("Form.Username", StaffPlan.Analyst), ("Form.Password", StaffPlan.Password));
        answer.Address.ShouldBe("/staff/claims/pended?due=breached");
    }

    [Fact, Requirement("PLT-18")]
    public async Task Session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var client = host.Client();
        var form = await client.GetAsync("/staff/sign-in");
        var token = form.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await client.RawAsync(new(HttpMethod.Post, "/staff/sign-in")
        {
            Content = new FormUrlEncodedContent([new("Form.Username", StaffPlan.Analyst), new("Form.Password", StaffPlan.Password), new("__RequestVerificationToken", token)]),
        });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("staff-session="));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain("path=/staff", Case.Insensitive);
        cookie.ShouldNotContain("expires", Case.Insensitive);
        // On a plain connection a browser would not take it back with these.
        cookie.ShouldNotContain("secure", Case.Insensitive);
        cookie.ShouldNotContain("domain", Case.Insensitive);
    }
}
