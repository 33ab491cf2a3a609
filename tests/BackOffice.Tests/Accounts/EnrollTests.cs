using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

[Collection(OneHost.Name), Requirement("ACC-05", "ACC-23")]
public sealed class EnrollTests(BackOfficeHost host)
{
    private const string Button = "main form button";

    [Fact]
    public async Task Staff_without_an_app_set_one_up_and_sign_in_with_it_and_with_a_recovery_code()
    {
        await HireAsync("ned.newly");
        using var client = host.Client();
        var step = await client.SubmitAsync(await client.GetAsync("/staff/sign-in"), Button, ("Form.Username", "ned.newly"), ("Form.Password", StaffPlan.Password));
        step.Heading.ShouldBe("One more step");
        step.Document.DocumentElement.OuterHtml.ShouldNotContain(StaffPlan.Password);
        var offer = await client.SubmitAsync(step, "#enroll");
        offer.Document.QuerySelector("#qr svg path").ShouldNotBeNull();
        var secret = offer.Document.QuerySelector("#secret")!.TextContent;

        var wrong = await client.SubmitAsync(offer, Button, ("Form.Code", "000000"));
        wrong.Texts("#refusals a").ShouldHaveSingleItem();
        wrong.Document.QuerySelector("#secret")!.TextContent.ShouldBe(secret, "the picture that was scanned stays good");

        var done = await client.SubmitAsync(wrong, Button, ("Form.Code", Totp.Code(secret, Totp.StepOf(host.Clock.GetUtcNow()))));
        var codes = done.Texts("#recovery-codes li");
        codes.Count.ShouldBe(10);

        var door = await client.SubmitAsync(await client.GetAsync("/staff/sign-in"), Button, ("Form.Username", "ned.newly"), ("Form.Password", StaffPlan.Password));
        door.Heading.ShouldBe("Enter your code");
        (await client.SubmitAsync(door, Button, ("Form.Code", codes[3][..8]))).Heading.ShouldBe("Enter your code");
        (await client.SubmitAsync(door, Button, ("Form.Code", codes[3]))).Address.ShouldBe("/staff");
    }

    [Fact]
    public async Task The_page_offers_nothing_without_a_proved_password()
    {
        using var client = host.Client();
        (await client.GetAsync("/staff/enroll")).Heading.ShouldBe("Sign in");
        await HireAsync("nel.newly");
        var step = await client.SubmitAsync(await client.GetAsync("/staff/sign-in"), Button, ("Form.Username", "nel.newly"), ("Form.Password", StaffPlan.Password));
        var forged = await client.SubmitAsync(step, "#enroll", ("ticket", "made-up"));
        forged.Document.QuerySelector("#qr").ShouldBeNull();
        forged.Text.ShouldContain("took too long");
    }

    private async Task HireAsync(string username)
    {
        await using var scope = host.Scope(Actor.System("test"));
        (await scope.ServiceProvider.GetRequiredService<UserDesk>().CreateAsync(
            new(username, StaffPlan.Password, $"{username}@plan.example", username, UserKind.Staff, EmailVerified: true), CancellationToken.None)).Refusals.ShouldBeEmpty();
    }
}
