using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>What is to be written, before it has its place in the chain.</summary>
internal sealed record AuditRow(
    DateTime At, ActorKind ActorKind, long? ActorId, long? ImpersonatorId, long? AccountId, string Action, string Entity, long EntityId,
    long? MemberId, string? FieldGroup, ReadPurpose? Purpose, string Outcome, string? Before, string? After, string CorrelationId);

/// <summary>The audit rows of a request that are not yet stored. A change waits for its record's id.</summary>
internal sealed class PendingAudit
{
    private readonly List<(AuditRow Row, IEntity Subject)> _changes = [];
    private readonly List<AuditRow> _reads = [];
    private readonly List<IReadCompanion> _companions = [];
    private readonly HashSet<(string, long, string)> _seen = [];

    public bool HasChanges => _changes.Count > 0;
    public bool HasReads => _reads.Count > 0 || _companions.Count > 0;

    public void AddChange(AuditRow row, IEntity subject) => _changes.Add((row, subject));

    public bool IsNewRead(string entity, long id, string fieldGroup) => _seen.Add((entity, id, fieldGroup));

    public void AddRead(AuditRow row) => _reads.Add(row);

    public void AddCompanion(IReadCompanion row) => _companions.Add(row);

    public IReadOnlyList<AuditRow> Rows() => [.. _reads, .. _changes.Select(c => c.Row with { EntityId = c.Subject.Id })];

    public IReadOnlyList<AuditRow> Reads() => [.. _reads];

    public IReadOnlyList<IReadCompanion> Companions() => [.. _companions];

    public void Clear()
    {
        _changes.Clear();
        _reads.Clear();
        _companions.Clear();
    }

    public void ClearChanges() => _changes.Clear();

    public void ClearReads(int rows, int companions)
    {
        _reads.RemoveRange(0, rows);
        _companions.RemoveRange(0, companions);
    }
}
