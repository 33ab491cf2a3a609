using System.Linq.Expressions;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Information;

/// <summary>What became of a question.</summary>
public enum InformationState
{
    /// <summary>The answer is awaited.</summary>
    Open,

    /// <summary>The answer is there.</summary>
    Answered,

    /// <summary>It is no longer needed.</summary>
    Withdrawn,
}

// PLT-08
/// <summary>A question that the plan asks a provider about a record in work.</summary>
public sealed class InformationRequest : IVersioned, IAccountRecord<InformationRequest>
{
    // PLT-19
    static Expression<Func<InformationRequest, bool>> IAccountRecord<InformationRequest>.IsOfReader(PortalDb db) => request => db.ReadsEveryAccount
        || (request.Market == db.ReaderMarket && request.AccountId != null && db.ReaderAccounts.Contains(request.AccountId.Value));

    public const int TextLength = 4000;
    private readonly List<InformationFile> _files = [];

    public long Id { get; private set; }
    public int Version { get; private set; }
    public long WorkItemId { get; init; }

    /// <summary>The kind of record it is about, such as <c>Claim</c>.</summary>
    public required string SubjectType { get; init; }

    public required long SubjectId { get; init; }

    /// <summary>The business number of the record; null when it has none.</summary>
    public string? SubjectNumber { get; init; }

    /// <summary>The market of the record.</summary>
    public required Market Market { get; init; }

    public long? AccountId { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; init; }

    public required long AskedById { get; init; }

    /// <summary>Who asked.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Until when the answer is expected (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The answer; null while it is awaited and when it consists of files alone.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who answered, or who took the answer down; null while it is awaited.</summary>
    public string? AnsweredBy { get; private set; }

    public long? AnsweredById { get; private set; }

    /// <summary>When it was answered or withdrawn (UTC); null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When those at the provider who may answer were told by mail (UTC); null before, and when nobody is to be told.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>How many were told.</summary>
    public int Told { get; private set; }

    /// <summary>What became of it.</summary>
    public InformationState State { get; private set; }

    /// <summary>What came with the answer.</summary>
    public IReadOnlyList<InformationFile> Files => _files;

    public Refusal? Reply(string? text, IReadOnlyList<long> fileIds, Worker by, DateTimeOffset at)
    {
        if (State is not InformationState.Open) return Refused();
        (Answer, AnsweredById, AnsweredBy, ClosedAt, State) = (text, by.Id, by.Name, at, InformationState.Answered);
        _files.AddRange(fileIds.Select(id => new InformationFile { FileId = id }));
        return null;
    }

    public void WasTold(int people, DateTimeOffset at) => (Told, ToldAt) = (people, at);

    public Refusal? Withdraw(DateTimeOffset at)
    {
        if (State is not InformationState.Open) return Refused();
        (ClosedAt, State) = (at, InformationState.Withdrawn);
        return null;
    }

    private InvalidStateTransition Refused() => new("information request", State.ToString().ToUpperInvariant(), []);
}

/// <summary>A file that came with an answer.</summary>
public sealed class InformationFile : IEntity
{
    public long Id { get; private set; }
    public long InformationRequestId { get; private set; }
    public required long FileId { get; init; }
}
