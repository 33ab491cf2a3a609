using System.Linq.Expressions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Grievances;

/// <summary>What a grievance is about.</summary>
public enum GrievanceCategory
{
    /// <summary>How the plan's people or lines served the provider.</summary>
    PlanService,

    /// <summary>How prior authorizations are handled.</summary>
    AuthorizationProcess,

    /// <summary>Contracting, credentialing or enrollment.</summary>
    Credentialing,

    /// <summary>The provider directory or the provider's data in it.</summary>
    ProviderData,

    /// <summary>The portal or another system of the plan.</summary>
    Portal,

    /// <summary>The quality of care that a member got elsewhere.</summary>
    QualityOfCare,

    /// <summary>How a member behaved.</summary>
    MemberConduct,

    /// <summary>The payment of a claim: that is a dispute, not a grievance.</summary>
    ClaimPayment,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Where a grievance stands.</summary>
public enum GrievanceState
{
    /// <summary>Received.</summary>
    Submitted,

    /// <summary>The plan told that it has it and looks into it.</summary>
    Acknowledged,

    /// <summary>Answered.</summary>
    Resolved,

    /// <summary>Answered, and nothing is left to do.</summary>
    Closed,
}

// ACC-22
/// <summary>A complaint of a provider that is not about a claim payment.</summary>
public sealed class Grievance : IVersioned, IAccountRecord<Grievance>
{
    // PLT-19
    static Expression<Func<Grievance, bool>> IAccountRecord<Grievance>.IsOfReader(PortalDb db) => grievance => db.ReadsEveryAccount
        || db.ReaderAccounts.Contains(grievance.AccountId);

    public const int NarrativeLength = 4000, ResolutionLength = 4000;
    private readonly List<GrievanceFile> _files = [];
    private DateTimeOffset _dueAt;

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>Its number, such as <c>G2511010000001</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The market in which it was filed.</summary>
    public required Market Market { get; init; }
    public required long AccountId { get; init; }
    public required long FiledById { get; init; }

    /// <summary>What it is about.</summary>
    public required GrievanceCategory Category { get; init; }

    /// <summary>What happened, as the provider tells it.</summary>
    public required string Narrative { get; init; }
    public long? MemberId { get; init; }

    /// <summary>Where it stands.</summary>
    public GrievanceState State { get; private set; } = GrievanceState.Submitted;

    /// <summary>When it was filed (UTC).</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Until when the plan acknowledges it (UTC).</summary>
    public required DateTimeOffset AckDueAt { get; init; }

    /// <summary>Until when the plan answers it (UTC); later when it had to ask the provider.</summary>
    public required DateTimeOffset DueAt { get => _dueAt; init => _dueAt = value; }

    /// <summary>When the plan acknowledged it (UTC); null before.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>The plan's answer; null before.</summary>
    public string? Resolution { get; private set; }

    /// <summary>When the plan answered it (UTC); null before.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    public IReadOnlyList<GrievanceFile> Files => _files;

    /// <summary>The files that came with it.</summary>
    public Grievance With(IEnumerable<long> fileIds)
    {
        _files.AddRange(fileIds.Select(id => new GrievanceFile { FileId = id }));
        return this;
    }

    /// <summary>The clock stood still while the provider was asked: the answer is due with its work item.</summary>
    public void DueWith(DateTimeOffset itemDueAt)
    {
        if (ResolvedAt is null) _dueAt = itemDueAt;
    }

    // A.2: SUBMITTED→ACKNOWLEDGED→RESOLVED→CLOSED
    public Refusal? Acknowledge(DateTimeOffset at)
    {
        if (Move(GrievanceState.Submitted, GrievanceState.Acknowledged) is { } refusal) return refusal;
        AcknowledgedAt = at;
        return null;
    }

    public Refusal? Resolve(string resolution, DateTimeOffset at)
    {
        if (Move(GrievanceState.Acknowledged, GrievanceState.Resolved) is { } refusal) return refusal;
        (Resolution, ResolvedAt) = (resolution.Trim(), at);
        return null;
    }

    public Refusal? Close() => Move(GrievanceState.Resolved, GrievanceState.Closed);

    private Refusal? Move(GrievanceState from, GrievanceState to)
    {
        if (State != from) return new InvalidStateTransition("grievance", State.ToString(), State switch
        {
            GrievanceState.Submitted => [nameof(GrievanceState.Acknowledged)],
            GrievanceState.Acknowledged => [nameof(GrievanceState.Resolved)],
            GrievanceState.Resolved => [nameof(GrievanceState.Closed)],
            GrievanceState.Closed => [],
        });
        State = to;
        return null;
    }
}

/// <summary>A file that came with a grievance.</summary>
public sealed class GrievanceFile : IEntity
{
    public long Id { get; private set; }
    public long GrievanceId { get; private set; }
    public required long FileId { get; init; }
}
