using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Accounts.Users;

/// <summary>/staff/users: the users of providers for support and privacy, those of the staff for who manages them (ACC-12, ACC-14, ACC-23).</summary>
[RequiresPermission(Permission.StaffUsersManage, Permission.StaffSupport, Permission.StaffPrivacy, Permission.StaffImpersonate)]
public sealed class IndexModel(StaffUserReads reads, StaffRoleDesk roles, ImpersonationReads impersonations, ImpersonationDesk desk, ActorScope scope) : StaffPage
{
    public const int PageSize = 25;

    /// <summary>Whose users; those that the actor may see when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public UserKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public UserState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public StaffRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ListPage<User> List { get; private set; } = new([], 1, PageSize, 0);
    public IReadOnlyList<StaffRoleRequest> Requests { get; private set; } = [];
    public ImpersonationSession? Running { get; private set; }

    public bool SeesStaff => scope.Actor.Has(Permission.StaffUsersManage);
    public bool SeesPortal => StaffUserReads.SeePortalUsers.Any(scope.Actor.Has);
    public UserKind Shown => Kind is UserKind.Staff && SeesStaff ? UserKind.Staff : SeesPortal ? UserKind.Portal : UserKind.Staff;
    public bool IsFiltered => State is not null || Role is not null || !string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether the actor asked for it: then another decides, and the actor can take it back.</summary>
    public bool IsMine(StaffRoleRequest request) => request.RequestedById == scope.Actor.UserId;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostDecideAsync(long requestId, bool approve, CancellationToken ct)
    {
        var decided = await roles.DecideAsync(requestId, approve, ct);
        if (decided.Succeeded)
        {
            Toast = approve ? $"The change for {decided.Value.User.DisplayName} is made." : "The request is declined.";
            return RedirectToPage(new { Kind = UserKind.Staff });
        }
        Kind = UserKind.Staff;
        Refuse(decided.Refusals);
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        var ended = await desk.EndAsync(ct);
        if (ended.Succeeded)
        {
            Toast = "The impersonation is ended.";
            return RedirectToPage();
        }
        Refuse(ended.Refusals);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        List = await reads.Users(Shown, new(State, Shown is UserKind.Staff ? Role : null, Text)).PageAsync(PageNumber, PageSize, ct);
        Requests = await reads.RequestsAsync(ct);
        Running = await impersonations.RunningAsync(ct);
    }
}
