using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>ACC-05, ACC-23: staff without an authenticator app set one up between the password and the first session.</summary>
[OpenToEveryone]
public sealed class EnrollModel(StaffEnrolmentDesk desk, SignInChallenge challenges) : StaffPage
{
    [BindProperty]
    public EnrollForm Form { get; set; } = new();

    /// <summary>User name and password as the sign-in page proved them, sealed.</summary>
    [BindProperty]
    public string? Ticket { get; set; }

    public SecondFactorOffer? Offer { get; private set; }
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public IActionResult OnGet() => RedirectToPage("/Accounts/SignIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Proved() is { } proved) await OfferAsync(proved, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        if (Proved() is not { } proved) return Page();
        if (string.IsNullOrWhiteSpace(Form.Code)) Refuse([new RequiredFieldMissing("Code") { Path = ["code"] }]);
        else if (await desk.SetUpAsync(proved.Username, proved.Password, Form.Code.Trim(), Source, ct) is var made && made.Succeeded) RecoveryCodes = made.Value.RecoveryCodes;
        else Refuse(made.Refusals.Select(refusal => refusal is SecondFactorRequired ? refusal with { Path = ["code"] } : refusal with { Path = null }));
        if (RecoveryCodes.Count == 0) await OfferAsync(proved, ct);
        return Page();
    }

    private string? Source => HttpContext.Connection.RemoteIpAddress?.ToString();

    private SignInChallenge.FirstStep? Proved()
    {
        if (challenges.Open(Ticket) is { } proved) return proved;
        Fault("", "That took too long. Enter your user name and password again.");
        return null;
    }

    private async Task OfferAsync(SignInChallenge.FirstStep proved, CancellationToken ct)
    {
        var offered = await desk.StartAsync(proved.Username, proved.Password, Source, ct);
        Offer = offered.Value;
        if (!offered.Succeeded && Refusals.Count == 0) Refuse(offered.Refusals.Select(refusal => refusal with { Path = null }));
    }
}

public sealed class EnrollForm
{
    public string? Code { get; set; }
}
