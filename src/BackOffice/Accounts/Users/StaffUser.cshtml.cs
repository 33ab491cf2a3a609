using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Confirmation;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Users;

/// <summary>One staff user with the roles, which others grant and take back (ACC-23).</summary>
[RequiresPermission(Permission.StaffUsersManage)]
[Confirms("Revoke", "Take the role {label} from this user?", "Take it", Consequence = "Open sessions lose it at once; a system administrator's waits for a second person.")]
[Confirms("State", "Set this user to {Form.State}?", "Set it")]
[Confirms("SecondFactor", "Reset the authenticator app of this user?", "Reset it", Consequence = "The app and the recovery codes stop working, open sessions end, and the user is told by mail.")]
public sealed class StaffUserModel(StaffUserReads reads, StaffRoleDesk roles, StaffUserDesk desk, SecondFactorResetDesk secondFactor, ActorScope scope) : StaffPage
{
    [BindProperty]
    public StateForm Form { get; set; } = new();

    [BindProperty]
    public StaffRole? Role { get; set; }

    [BindProperty]
    public SecondFactorForm SecondFactor { get; set; } = new();

    public User Person { get; private set; } = null!;
    public DateTimeOffset? LockedUntil { get; private set; }
    public IReadOnlyList<UserDecision> Decisions { get; private set; } = [];
    public IReadOnlyList<StaffRoleRequest> Waiting { get; private set; } = [];

    public bool IsMe => Person.Id == scope.Actor.UserId;
    public IEnumerable<StaffRole> Grantable => StaffRolePolicy.OfPeople.Except(Person.StaffRoles.Select(r => r.Role));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostGrantAsync(long id, CancellationToken ct) => Role is { } role
        ? await ChangedAsync(id, await roles.ChangeAsync(id, role, RoleChange.Grant, ct), $"{Show.Words(role)} is granted.", ct)
        : await ChangedAsync(id, new RequiredFieldMissing("Role") { Path = ["role"] }, "", ct);

    public async Task<IActionResult> OnPostRevokeAsync(long id, CancellationToken ct) => Role is { } role
        ? await ChangedAsync(id, await roles.ChangeAsync(id, role, RoleChange.Revoke, ct), $"{Show.Words(role)} is taken back.", ct)
        : await ChangedAsync(id, new RequiredFieldMissing("Role") { Path = ["role"] }, "", ct);

    public async Task<IActionResult> OnPostStateAsync(long id, CancellationToken ct) => Form.State is { } state
        ? await DoneAsync(id, await desk.SetStaffStateAsync(id, state, Form.Reason, ct), "The user's state is changed.", ct)
        : await DoneAsync(id, new RequiredFieldMissing("What to do") { Path = ["state"] }, "", ct);

    public async Task<IActionResult> OnPostSecondFactorAsync(long id, CancellationToken ct) => await DoneAsync(
        id, await secondFactor.ResetAsync(id, SecondFactor.Reason, ct), "The authenticator app is reset.", ct, nameof(SecondFactor));

    public async Task<IActionResult> OnPostUnlockAsync(long id, CancellationToken ct) => await DoneAsync(id, await desk.UnlockAsync(id, ct), "The user name is unlocked.", ct);

    public async Task<IActionResult> OnPostInviteAsync(long id, CancellationToken ct) => await DoneAsync(
        id, await desk.ResendInvitationAsync(id, HttpContext.Connection.RemoteIpAddress?.ToString(), ct), "A new invitation is on its way.", ct);

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await reads.FindAsync(UserKind.Staff, id, ct) is not { } person) return false;
        Person = person;
        LockedUntil = await reads.LockedUntilAsync(person, ct);
        Decisions = await reads.DecisionsAsync(id, ct);
        Waiting = [.. (await reads.RequestsAsync(ct)).Where(r => r.UserId == id)];
        return true;
    }

    private Task<IActionResult> ChangedAsync(long id, Outcome<RoleChangeMade> outcome, string toast, CancellationToken ct) =>
        DoneAsync(id, outcome.Map(made => made.User), outcome is { Succeeded: true, Value.Request: not null } ? "The change waits for a second person." : toast, ct, "");

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
