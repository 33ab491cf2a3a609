using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

[Collection(OneHost.Name)]
public sealed class MailedLinkTests(BackOfficeHost host)
{
    private const string First = "Quiet-Meadow-31-kite", Second = "Quiet-Meadow-32-kite";

    [Fact, Requirement("ACC-23")]
    public async Task Staff_choose_a_password_where_the_invitation_leads_and_set_another_when_they_forget_it()
    {
        await InviteAsync("inga.newly");
        var mail = await new Mailbox(host.Services).LastToAsync("inga.newly@plan.example");
        mail.Text.ShouldContain("/staff/invitation#token=");
        using var client = host.Client();
        var page = await client.GetAsync("/staff/invitation");

        var empty = await client.SubmitAsync(page, "#set");
        empty.Texts("#refusals a").ShouldBe(["Code from the mail is required.", "New password is required."]);
        (await SetAsync(client, page, "made.up", First, First)).Texts("#refusals a").ShouldHaveSingleItem().ShouldContain("not good any more");
        (await SetAsync(client, page, mail.Token, First, Second)).Texts("#refusals a").ShouldBe(["The two passwords differ."]);
        (await SetAsync(client, page, mail.Token, "short", "short")).Texts("#refusals a").ShouldHaveSingleItem().ShouldContain("At least 12 characters");
        (await SetAsync(client, page, mail.Token, First, First)).Heading.ShouldBe("Your password is set");
        (await SetAsync(client, page, mail.Token, First, First)).Texts("#refusals a").ShouldHaveSingleItem().ShouldContain("not good any more");
        (await SignInAsync(client, "inga.newly", First)).Heading.ShouldBe("One more step");

        (await client.GetAsync("/staff/sign-in")).Document.QuerySelector("#forgot")!.GetAttribute("href").ShouldBe("/staff/forgot-password");
        (await ForgetAsync(client, "inga.newly")).Heading.ShouldBe("Look into your mail");
        var link = await new Mailbox(host.Services).LastToAsync("inga.newly@plan.example");
        link.Text.ShouldContain("/staff/reset-password#token=");
        (await SetAsync(client, await client.GetAsync("/staff/reset-password"), link.Token, Second, Second)).Heading.ShouldBe("Your password is set");
        (await SignInAsync(client, "inga.newly", First)).Texts("#refusals").ShouldNotBeEmpty();
        (await SignInAsync(client, "inga.newly", Second)).Heading.ShouldBe("One more step");
        (await new Mailbox(host.Services).LastToAsync("inga.newly@plan.example")).Text.ShouldContain("tell your system administrator");
    }

    [Fact, Requirement("ACC-06")]
    public async Task The_answer_tells_nobody_who_there_is()
    {
        using var client = host.Client();
        var known = await ForgetAsync(client, StaffPlan.Nurse);
        var unknown = await ForgetAsync(client, "nobody.at.all");
        unknown.Text.ShouldBe(known.Text);
        (await ForgetAsync(client, "")).Texts("#refusals a").ShouldBe(["User name is required."]);
    }

    private async Task InviteAsync(string username)
    {
        using var admin = await host.SignedInAsync(StaffPlan.Admin);
        var sent = await admin.SubmitAsync(await admin.GetAsync("/staff/users/invite"), "#send",
            ("Form.Name", "Inga Newly"), ("Form.Username", username), ("Form.Email", $"{username}@plan.example"));
        sent.Texts("#refusals").ShouldBeEmpty();
    }

    private static Task<StaffAnswer> SetAsync(StaffClient client, StaffAnswer page, string token, string password, string repeated) =>
        client.SubmitAsync(page, "#set", ("Form.Token", token), ("Form.Password", password), ("Form.Repeated", repeated));

    private static async Task<StaffAnswer> ForgetAsync(StaffClient client, string username) =>
        await client.SubmitAsync(await client.GetAsync("/staff/forgot-password"), "#send", ("Username", username));

    private static async Task<StaffAnswer> SignInAsync(StaffClient client, string username, string password) =>
        await client.SubmitAsync(await client.GetAsync("/staff/sign-in"), "main form button", ("Form.Username", username), ("Form.Password", password));
}
