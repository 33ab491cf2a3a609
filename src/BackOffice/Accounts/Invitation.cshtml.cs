using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>ACC-23: where the invitation of a staff user leads.</summary>
[OpenToEveryone]
public sealed class InvitationModel(InvitationDesk desk) : NewPasswordPage
{
    protected override Task<Outcome<User>> SetAsync(string token, string password, CancellationToken ct) => desk.AcceptAsync(token, null, password, ct);
}
