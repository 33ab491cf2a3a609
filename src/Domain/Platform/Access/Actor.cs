using System.Collections.Frozen;

namespace Portal.Graph.Domain.Platform.Access;

/// <summary>On whose side an actor stands.</summary>
public enum ActorKind
{
    /// <summary>Nobody is signed in.</summary>
    Anonymous,

    /// <summary>At a provider's.</summary>
    PortalUser,

    /// <summary>On the plan's staff.</summary>
    Staff,

    /// <summary>A job of the portal itself, or a core system.</summary>
    System,
}

internal static class ActorKinds
{
    private static readonly string[] Names = Enum.GetNames<ActorKind>();

    /// <summary>The name as it is stored, without asking the type each time.</summary>
    public static string Name(this ActorKind kind) => Names[(int)kind];
}

/// <summary>Who acts in this request, for which accounts, in which market, and what they may do. Immutable; one per request scope.</summary>
public sealed record Actor
{
    public required ActorKind Kind { get; init; }

    /// <summary>The user's id; null for nobody and for the system.</summary>
    public long? UserId { get; init; }

    /// <summary>For people to read; never a patient's.</summary>
    public required string Name { get; init; }

    /// <summary>The session's market; staff have none and name it where it matters.</summary>
    public Market? Market { get; init; }

    /// <summary>The provider accounts the user is a member of or linked to, in the session's market. Ownership is tested against these.</summary>
    public FrozenSet<long> AccountIds { get; init; } = FrozenSet<long>.Empty;

    /// <summary>The account that idempotency keys and new records belong to: the user's default provider.</summary>
    public long? DefaultAccountId { get; init; }

    public FrozenSet<Permission> Permissions { get; init; } = FrozenSet<Permission>.Empty;

    /// <summary>The staff user behind the session when it is an impersonation.</summary>
    public long? ImpersonatorId { get; init; }

    // ACC-24
    /// <summary>The API token by which a program acts; null when it is no program.</summary>
    public long? ApiTokenId { get; init; }

    /// <summary>Why nobody is signed in although a token came; null when none came, or one that tells nothing.</summary>
    public Refusal? Barred { get; init; }

    /// <summary>The session behind the request; null for an external authority's token, the system and nobody.</summary>
    public long? SessionId { get; init; }

    // ACC-03
    /// <summary>The version of the terms that must be accepted before anything else; null when none.</summary>
    public string? TermsDue { get; init; }

    public string CorrelationId { get; init; } = "";

    /// <summary>Why what only the person may do, such as changing a password, is refused; null when the person is there.</summary>
    public Refusal? NotInPerson => !IsSignedIn ? Barred ?? new NotSignedIn()
        : ImpersonatorId is not null ? new ImpersonationReadOnly()
        : ApiTokenId is not null ? new Forbidden(Forbidden.InPerson) : null;

    public bool IsSignedIn => Kind is not ActorKind.Anonymous;
    public bool IsStaff => Kind is ActorKind.Staff;
    public bool Has(Permission permission) => Kind is ActorKind.System || (TermsDue is null && Permissions.Contains(permission));

    /// <summary>The refusal when the permission is missing, else null. Desks ask again what field and page already asked.</summary>
    public Refusal? Lacks(Permission permission) =>
        Has(permission) ? null : TermsDue is { } version ? new TermsNotAccepted(version) : IsSignedIn ? new Forbidden(permission.Name()) : Barred ?? new NotSignedIn();

    public static readonly Actor Anonymous = new() { Kind = ActorKind.Anonymous, Name = "anonymous" };

    public static Actor System(string job) => new() { Kind = ActorKind.System, Name = job };
}

/// <summary>Holds the actor of a request scope; set once by the host's authentication, read by injecting <see cref="Actor"/>.</summary>
public sealed class ActorScope
{
    public Actor Actor { get; private set; } = Actor.Anonymous;
    public void Set(Actor actor) => Actor = actor;
}
