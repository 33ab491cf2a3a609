using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>ACC-23: the staff's own door: user name and password, then the code of the authenticator app.</summary>
[OpenToEveryone]
public sealed class SignInModel(StaffSignInDesk desk, SignInChallenge challenges) : StaffPage
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>Where to go afterwards; only addresses below /staff are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The first step's answers, sealed, while the second is asked for.</summary>
    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public bool AsksForCode { get; private set; }

    /// <summary>The password is right, and there is no authenticator app yet.</summary>
    public bool AsksToEnroll { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Form.Username)) Refuse([new RequiredFieldMissing("User name") { Path = ["username"] }]);
        if (string.IsNullOrEmpty(Form.Password)) Refuse([new RequiredFieldMissing("Password") { Path = ["password"] }]);
        return Refusals.Count > 0 ? Page() : await TryAsync(Form.Username!, Form.Password!, null, ct);
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        if (challenges.Open(Ticket) is not { } first)
        {
            ModelState.Clear();
            ModelState.AddModelError("", "That took too long. Enter your user name and password again.");
            return Page();
        }
        if (!string.IsNullOrWhiteSpace(Form.Code)) return await TryAsync(first.Username, first.Password, Form.Code.Trim(), ct);
        AsksForCode = true;
        Refuse([new RequiredFieldMissing("Code") { Path = ["code"] }]);
        return Page();
    }

    private async Task<IActionResult> TryAsync(string username, string password, string? code, CancellationToken ct)
    {
        var answer = await desk.SignInAsync(username, password, code, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        if (answer.Succeeded) return await EnterAsync(answer.Value);
        if (answer.Refusals.Any(refusal => refusal is SecondFactorRequired { IsSetUp: false }))
        {
            (AsksToEnroll, Ticket) = (true, challenges.Seal(username, password));
            return Page();
        }
        AsksForCode = answer.Refusals.Any(refusal => refusal is SecondFactorRequired);
        if (!AsksForCode || code is not null) Refuse(answer.Refusals.Select(refusal => AsksForCode ? refusal with { Path = ["code"] } : refusal with { Path = null }));
        if (AsksForCode) Ticket = challenges.Seal(username, password);
        return Page();
    }

    private async Task<IActionResult> EnterAsync(StaffSession session)
    {
        await HttpContext.SignInAsync(StaffCookie.Scheme, StaffActors.PrincipalOf(session));
        return LocalRedirect(IsOurs(ReturnUrl) ? ReturnUrl! : "/staff");
    }

    // No open redirect: a path of this site, and of its staff part only.
    private bool IsOurs(string? address) =>
        Url.IsLocalUrl(address) && (address == "/staff" || address!.StartsWith("/staff/", StringComparison.Ordinal)) && !address.Contains("..", StringComparison.Ordinal);
}

public sealed class SignInForm
{
    public string? Username { get; set; }
    public string? Password { get; set; }
    public string? Code { get; set; }
}
