using Portal.Graph.Clients;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Demo;

namespace Portal.Graph.Schema.Tests.Accounts;

[Requirement("ACC-05")]
public sealed class SecondFactorTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Start = "mutation($c: String) { startSecondFactor(input: { currentCode: $c }) { offer { otpauthUri secret qrSvg } errors { ... on Error { code path } ... on SecondFactorRequiredError { isSetUp } } } }";
    private const string SetUp = "mutation($c: String!) { setUpSecondFactor(input: { code: $c }) { user { userName } recoveryCodes errors { ... on Error { code } } } }";

    private readonly TestPortal _portal = demo.Portal;

    [Fact]
    public async Task An_app_is_set_up_by_the_API_and_asked_for_at_sign_in()
    {
        var visitor = new Visitor(_portal);
        var client = await _portal.SignInAsync("demo.credentialing");
        var secret = (await client.SendAsync(Start)).Data("startSecondFactor", "offer", "secret").GetString()!;
        (await client.SendAsync(SetUp, new { c = "000000" })).PayloadCodes("setUpSecondFactor").ShouldBe(["SECOND_FACTOR_REQUIRED"]);
        var ready = await client.SendAsync(SetUp, new { c = CodeOf(secret) });
        ready.PayloadCodes("setUpSecondFactor").ShouldBeEmpty();
        var recovery = ready.Data("setUpSecondFactor", "recoveryCodes", 0).GetString()!;

        (await visitor.SignInAsync("demo.credentialing", DemoCast.Password)).PayloadCodes("signIn").ShouldBe(["SECOND_FACTOR_REQUIRED"]);
        (await visitor.SignInAsync("demo.credentialing", DemoCast.Password, recovery)).PayloadCodes("signIn").ShouldBeEmpty();
        (await visitor.SignInAsync("demo.credentialing", DemoCast.Password, recovery)).PayloadCodes("signIn").ShouldBe(["SECOND_FACTOR_REQUIRED"]);
        (await client.SendAsync(Start)).Data("startSecondFactor", "errors", 0, "path", 0).GetString().ShouldBe("currentCode");
    }

    [NodeFact]
    public async Task The_picture_is_read_as_the_address_of_the_app()
    {
        var client = await _portal.SignInAsync("demo.admin");
        var offer = (await client.SendAsync(Start)).Data("startSecondFactor", "offer");
        (await ReadAsync(offer.GetProperty("qrSvg").GetString()!)).ShouldBe(offer.GetProperty("otpauthUri").GetString());
    }

    [NodeFact]
    public async Task Texts_of_every_length_are_read_as_they_were_written()
    {
        // The last length of a version and the first of the next, from version 1 to 20.
        foreach (var length in new[] { 1, 14, 15, 62, 63, 122, 123, 180, 181, 213, 290, 450, 660 })
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + i * 7 % 90)));
            (await ReadAsync(Domain.Platform.Qr.QrSvg.Of(text))).ShouldBe(text, $"{length} characters");
        }
    }

    private static async Task<string> ReadAsync(string svg)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, svg);
            return await NodeClients.RunAsync("qr/read.mjs", [file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private string CodeOf(string secret) => Totp.Code(secret, Totp.StepOf(_portal.Clock.GetUtcNow()));
}
