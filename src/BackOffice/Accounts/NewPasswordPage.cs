using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>A page to which a mailed link leads: it takes the link's token and a new password.</summary>
public abstract class NewPasswordPage : StaffPage
{
    [BindProperty]
    public NewPasswordForm Form { get; set; } = new();

    /// <summary>The password is set; there is nothing left to fill in.</summary>
    public bool IsDone { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Form.Token)) Refuse([new RequiredFieldMissing("Code from the mail") { Path = ["token"] }]);
        if (string.IsNullOrEmpty(Form.Password)) Refuse([new RequiredFieldMissing("New password") { Path = ["password"] }]);
        else if (Form.Password != Form.Repeated) Fault("Form.Repeated", "The two passwords differ.");
        if (ModelState.IsValid && await SetAsync(Form.Token!, Form.Password!, ct) is var set)
        {
            IsDone = set.Succeeded;
            Refuse(set.Refusals.Select(refusal => refusal is PasswordTooWeak ? refusal with { Path = ["password"] } : refusal));
        }
        return Page();
    }

    protected abstract Task<Outcome<User>> SetAsync(string token, string password, CancellationToken ct);
}

public sealed class NewPasswordForm
{
    /// <summary>What stands behind <c>token=</c> in the link; a script moves it here, and who has none pastes it.</summary>
    public string? Token { get; set; }
    public string? Password { get; set; }
    public string? Repeated { get; set; }
}
