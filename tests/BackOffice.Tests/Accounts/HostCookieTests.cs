using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Clients;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

/// <summary>The pages over TLS.</summary>
public sealed class HostCookieTests : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Button = "main form button";
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-tls-").FullName;
    private readonly Chromium _browser;
    private readonly BackOfficeHost _host;

    public HostCookieTests(Chromium browser)
    {
        _browser = browser;
        var certificate = Path.Combine(_folder, "tls.pfx");
        _host = new() { Settings = ["--urls=https://127.0.0.1:0", $"--Kestrel:Certificates:Default:Path={certificate}", "--Kestrel:Certificates:Default:Password=test"] };
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllBytes(certificate, made.Export(X509ContentType.Pfx, "test"));
    }

    public Task InitializeAsync() => _host.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact, Requirement("ACC-23", "PLT-18")]
    public async Task Over_TLS_every_cookie_is_bound_to_the_host_and_none_by_its_plain_name_is_taken()
    {
        using var ana = _host.Client();
        var form = await ana.GetAsync("/staff/sign-in");
        var dashboard = await ana.SubmitAsync(form, Button, ("Form.Username", StaffPlan.Analyst), ("Form.Password", StaffPlan.Password));
        dashboard.Address.ShouldBe("/staff");
        await ana.SubmitAsync(dashboard, "[name=choice][value=dark]");
        var names = ana.Cookies.GetAllCookies().Select(c => c.Name).ToList();
        names.ShouldBe(["__Host-staff-form", "__Host-staff-session", "__Host-staff-appearance"], ignoreOrder: true);
        ana.Cookies.GetAllCookies().ShouldAllBe(c => c.Secure && c.HttpOnly && c.Path == "/");

        // What a neighbouring host could plant, and what is worth the same on a plain connection.
        using var planted = _host.Client();
        planted.Cookies.Add(_host.Address, new Cookie("staff-session", ana.Cookies.GetAllCookies()["__Host-staff-session"]!.Value, "/"));
        (await planted.GetAsync("/staff")).Heading.ShouldBe("Sign in");

        (await ana.SubmitAsync(await ana.GetAsync("/staff"), "#sign-out")).Text.ShouldContain("You are signed out.");
        ana.Cookies.GetAllCookies().Select(c => c.Name).ShouldNotContain("__Host-staff-session");
    }

    [Fact, Requirement("ACC-23")]
    public async Task A_browser_takes_them_and_names_no_domain()
    {
        using var raw = new StaffClient(_host.Address);
        using var answer = await raw.RawAsync(new(HttpMethod.Get, "/staff/sign-in"));
        var given = answer.Headers.GetValues("Set-Cookie").ToList();
        given.ShouldNotBeEmpty();
        given.ShouldAllBe(c => c.StartsWith("__Host-") && !c.Contains("domain=", StringComparison.OrdinalIgnoreCase));

        var page = await _browser.OpenAsync(_host.Address);
        await page.GotoAsync("/staff/sign-in");
        await page.FillAsync("[name='Form.Username']", StaffPlan.Analyst);
        await page.FillAsync("[name='Form.Password']", StaffPlan.Password);
        await page.ClickAsync(Button);
        await page.WaitForURLAsync("**/staff");
        (await page.Context.CookiesAsync()).Select(c => c.Name).ShouldContain("__Host-staff-session");
        await page.ClickAsync("#sign-out");
        await page.WaitForURLAsync("**/sign-in*");
        (await page.Context.CookiesAsync()).Select(c => c.Name).ShouldNotContain("__Host-staff-session");
    }
}
