using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Confirmation;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;

namespace Portal.Graph.BackOffice.Accounts.Users;

/// <summary>One user of a provider's: support unlocks, disables, and looks on as the user (ACC-12, ACC-14).</summary>
[RequiresPermission(Permission.StaffSupport, Permission.StaffPrivacy, Permission.StaffImpersonate)]
[Confirms("State", "Set this user to {Form.State}?", "Set it")]
[Confirms("SecondFactor", "Reset the authenticator app of this user?", "Reset it", Consequence = "The app and the recovery codes stop working, open sessions end, and the user is told by mail.")]
public sealed class PortalUserModel(
    StaffUserReads reads, StaffUserDesk desk, SecondFactorResetDesk secondFactor, ImpersonationReads impersonations, ImpersonationDesk impersonation, MailSettings settings, ActorScope scope) : StaffPage
{
    [BindProperty]
    public StateForm Form { get; set; } = new();

    [BindProperty]
    public ImpersonationForm LookOn { get; set; } = new();

    [BindProperty]
    public SecondFactorForm SecondFactor { get; set; } = new();

    public User Person { get; private set; } = null!;
    public DateTimeOffset? LockedUntil { get; private set; }
    public IReadOnlyList<Membership> Places { get; private set; } = [];
    public IReadOnlyList<UserDecision> Decisions { get; private set; } = [];
    public IReadOnlyList<ImpersonationSession> Impersonations { get; private set; } = [];

    /// <summary>What was just started: its token is shown this one time.</summary>
    public StartedImpersonation? Started { get; private set; }

    public bool MayDecide => scope.Actor.Has(Permission.StaffSupport) || scope.Actor.Has(Permission.StaffPrivacy);
    public bool MayUnlock => scope.Actor.Has(Permission.StaffSupport);
    public bool MayLookOn => scope.Actor.Has(Permission.StaffImpersonate) && Person.State is UserState.Active;

    /// <summary>Where the front end takes the token over; browsers keep what stands behind # to themselves.</summary>
    public string PortalAddress => $"{settings.LinkBase}impersonation#token={Started?.AccessToken}";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStateAsync(long id, CancellationToken ct) => Form.State is { } state
        ? await DoneAsync(id, await desk.SetPortalStateAsync(id, state, Form.Reason, ct), "The user's state is changed.", ct)
        : await DoneAsync(id, new RequiredFieldMissing("What to do") { Path = ["state"] }, "", ct);

    public async Task<IActionResult> OnPostSecondFactorAsync(long id, CancellationToken ct) => await DoneAsync(
        id, await secondFactor.ResetAsync(id, SecondFactor.Reason, ct), "The authenticator app is reset.", ct, nameof(SecondFactor));

    public async Task<IActionResult> OnPostUnlockAsync(long id, CancellationToken ct) => await DoneAsync(id, await desk.UnlockAsync(id, ct), "The user name is unlocked.", ct);

    public async Task<IActionResult> OnPostLookOnAsync(long id, CancellationToken ct)
    {
        var started = await impersonation.StartAsync(id, LookOn.Ticket ?? "", LookOn.Reason ?? "", LookOn.Market, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        if (!await LoadAsync(id, ct)) return NotFound();
        Started = started.Value;
        Refuse(started.Refusals, nameof(LookOn));
        return Page();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await reads.FindAsync(UserKind.Portal, id, ct) is not { } person) return false;
        Person = person;
        LockedUntil = await reads.LockedUntilAsync(person, ct);
        Places = await reads.MembershipsAsync(id, ct);
        Decisions = await reads.DecisionsAsync(id, ct);
        Impersonations = await impersonations.OfUserAsync(id, ct);
        return true;
    }

    private async Task<IActionResult> DoneAsync(long id, Outcome<User> outcome, string toast, CancellationToken ct, string form = nameof(Form))
    {
        if (outcome.Succeeded)
        {
            Toast = toast;
            return RedirectToPage(new { id });
        }
        if (!await LoadAsync(id, ct)) return NotFound();
        Refuse(outcome.Refusals, form);
        return Page();
    }
}
