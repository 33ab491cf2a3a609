using Portal.Graph.Domain.Accounts.Users;

namespace Portal.Graph.BackOffice.Accounts.Users;

/// <summary>Whether a user may sign in, decided with a reason.</summary>
public sealed class StateForm
{
    public UserState? State { get; set; }
    public string? Reason { get; set; }
}

/// <summary>An authenticator app to take back.</summary>
public sealed class SecondFactorForm
{
    public string? Reason { get; set; }
}

/// <summary>An impersonation to start.</summary>
public sealed class ImpersonationForm
{
    public string? Ticket { get; set; }
    public string? Reason { get; set; }
    public Portal.Graph.Domain.Platform.Market? Market { get; set; }
}

/// <summary>A staff user to invite.</summary>
public sealed class InviteForm
{
    public string? Name { get; set; }
    public string? Username { get; set; }
    public string? Email { get; set; }
}
