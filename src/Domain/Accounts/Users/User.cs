using Microsoft.AspNetCore.Identity;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>On whose side a user works.</summary>
public enum UserKind
{
    /// <summary>At a provider's.</summary>
    Portal,

    /// <summary>On the plan's staff.</summary>
    Staff,
}

/// <summary>Whether a user may sign in.</summary>
public enum UserState
{
    /// <summary>Waits for the administrator's approval, or for the invited person.</summary>
    Pending,

    /// <summary>May sign in.</summary>
    Active,

    /// <summary>May not sign in until somebody enables the user again.</summary>
    Disabled,

    /// <summary>Was never let in, for good.</summary>
    Rejected,
}

/// <summary>How the lines of a claim are shown to a user.</summary>
public enum ClaimDetailView
{
    /// <summary>As a list.</summary>
    List,

    /// <summary>As a table.</summary>
    Table,
}

/// <summary>What a user is told of by mail.</summary>
public enum NotificationKind
{
    /// <summary>New letters.</summary>
    Letters,

    /// <summary>Decisions about what was submitted.</summary>
    Decisions,

    /// <summary>Messages and announcements.</summary>
    Messages,
}

/// <summary>The kinds as they are stored.</summary>
[Flags]
public enum Notifications { None = 0, Letters = 1, Decisions = 2, Messages = 4 }

// ACC-23
/// <summary>A person who signs in: at a provider's, or on the plan's staff, never both.</summary>
public sealed class User : IdentityUser<long>, IEntity
{
    private readonly List<StaffRoleGrant> _staffRoles = [];

    /// <summary>On whose side the user works.</summary>
    public UserKind Kind { get; init; }

    /// <summary>As what the user stands in the trail.</summary>
    internal ActorKind ActorKind => Kind switch
    {
        UserKind.Portal => ActorKind.PortalUser,
        UserKind.Staff => ActorKind.Staff,
    };

    /// <summary>First and last name, to show to others.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Whether the user may sign in.</summary>
    public UserState State { get; set; } = UserState.Active;

    // ACC-12
    /// <summary>Since when the user may sign in: idleness is counted from then when there was no sign-in since.</summary>
    public DateTimeOffset? EnabledAt { get; set; }

    /// <summary>The account that new records belong to; null: the first membership's.</summary>
    public long? DefaultAccountId { get; set; }

    /// <summary>The market of the last session, to offer at the next sign-in; null before the first and for staff.</summary>
    public Market? LastMarket { get; set; }

    /// <summary>How the lines of a claim are shown to the user.</summary>
    public ClaimDetailView ClaimDetailView { get; set; } = ClaimDetailView.List;

    public Notifications NotificationChoices { get; set; } = Notifications.Letters | Notifications.Decisions | Notifications.Messages;

    /// <summary>What the user is told of by mail.</summary>
    public IReadOnlyList<NotificationKind> ToldOf
    {
        get => [.. Enum.GetValues<NotificationKind>().Where(kind => NotificationChoices.HasFlag(FlagOf(kind)))];
        set => NotificationChoices = value.Aggregate(Notifications.None, (all, kind) => all | FlagOf(kind));
    }

    private static Notifications FlagOf(NotificationKind kind) => kind switch
    {
        NotificationKind.Letters => Notifications.Letters,
        NotificationKind.Decisions => Notifications.Decisions,
        NotificationKind.Messages => Notifications.Messages,
    };

    /// <summary>The secret of the authenticator app as <c>SecretSeal</c> seals it; null when none is set up.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The 30-second step of the last code accepted: a code works once.</summary>
    public long TotpLastStep { get; set; }

    /// <summary>A made-up user of the demo plan, who needs no second factor.</summary>
    public bool IsDemo { get; init; }

    /// <summary>When the user last signed in (UTC); null before the first time.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    public IReadOnlyList<StaffRoleGrant> StaffRoles => _staffRoles;

    public User Grant(StaffRole role, long? grantedBy, DateTimeOffset at)
    {
        if (Kind is not UserKind.Staff) throw new InvalidOperationException("Staff roles are for staff (ACC-23).");
        if (!_staffRoles.Exists(r => r.Role == role)) _staffRoles.Add(new StaffRoleGrant { Role = role, GrantedById = grantedBy, GrantedAt = at });
        return this;
    }

    /// <summary>Takes the role; the grant is returned, to be deleted. Null when the user does not hold it.</summary>
    public StaffRoleGrant? Take(StaffRole role)
    {
        var grant = _staffRoles.Find(r => r.Role == role);
        if (grant is not null) _staffRoles.Remove(grant);
        return grant;
    }
}

/// <summary>A role of section E.2 that a staff user holds.</summary>
public sealed class StaffRoleGrant : IEntity
{
    public long Id { get; private set; }
    public long UserId { get; private set; }
    public required StaffRole Role { get; init; }
    public long? GrantedById { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
}
