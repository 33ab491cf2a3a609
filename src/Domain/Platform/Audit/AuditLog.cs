using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>Who did and who saw what, for the requests of one scope.</summary>
public sealed class AuditLog(PortalDb db, ActorScope scope, TimeProvider clock, ReadAuditWriter writer)
{
    /// <summary>The action of every row about a refused change; its entity is the change.</summary>
    public const string RefusedAction = "refused";

    private const int OutcomeLength = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>PLT-03: one row, stored by the commit of the open write scope. Ids and codes only, never names or notes.</summary>
    public void Changed(string action, IEntity subject, long? memberId = null, object? before = null, object? after = null) =>
        db.PendingAudit.AddChange(Row(action, subject.GetType().Name, subject.Id, memberId, null, Text(before), Text(after)), subject);

    /// <summary>
    /// The same by somebody who has just proved who they are, by a password or a mailed link, and whose request has no session yet: the
    /// trail names them, and not nobody.
    /// </summary>
    public void ChangedBy(ActorKind kind, long userId, string action, IEntity subject, object? before = null, object? after = null) =>
        db.PendingAudit.AddChange(Row(action, subject.GetType().Name, subject.Id, null, null, Text(before), Text(after)) with { ActorKind = kind, ActorId = userId }, subject);

    /// <summary>PLT-03: one row for a change that was refused, stored with the reads of this request. What was sent is not kept.</summary>
    /// <param name="change">What was asked for: the mutation's name, or the page and its handler.</param>
    /// <param name="codes">Why not.</param>
    public void Refused(string change, IEnumerable<string> codes)
    {
        var outcome = string.Join(' ', codes.Distinct());
        db.PendingAudit.AddRead(Row(RefusedAction, change, 0, null, null, null, null) with { Outcome = outcome.Length <= OutcomeLength ? outcome : outcome[..OutcomeLength] });
    }

    /// <summary>PLT-06: notes that fields of a record were read; the same record and group counts once per request.</summary>
    public void Read(string entity, long id, long? memberId, string fieldGroup)
    {
        if (db.PendingAudit.IsNewRead(entity, id, fieldGroup))
            db.PendingAudit.AddRead(Row(AuditEvent.ReadAction, entity, id, memberId, fieldGroup, null, null));
    }

    /// <summary>
    /// PLT-06: one row for a whole list or report, with what was asked for and which part was given out, so that it can be asked for
    /// again. Ids and codes only, never names or notes.
    /// </summary>
    /// <param name="id">The first record given out; 0 when there was none.</param>
    public void ReadAll(string entity, long id, long? memberId, string fieldGroup, object asked) =>
        db.PendingAudit.AddRead(Row(AuditEvent.ReadAction, entity, id, memberId, fieldGroup, null, Text(asked)));

    /// <summary>Notes a row that is stored with the reads of this request, also when nothing was found to read.</summary>
    public void Accompany(IReadCompanion row) => db.PendingAudit.AddCompanion(row);

    /// <summary>
    /// Returns when the reads noted so far are durable; the answer may leave then, and only then. Inside an open write scope its
    /// commit stores them.
    /// </summary>
    public async Task FlushReadsAsync(CancellationToken ct)
    {
        if (db.CurrentWrite is not null || !db.PendingAudit.HasReads) return;
        var (rows, companions) = (db.PendingAudit.Reads(), db.PendingAudit.Companions());
        await writer.StoreAsync(rows, companions).WaitAsync(ct);
        db.PendingAudit.ClearReads(rows.Count, companions.Count);
    }

    private AuditRow Row(string action, string entity, long id, long? memberId, string? fieldGroup, string? before, string? after)
    {
        var actor = scope.Actor;
        var now = clock.GetUtcNow().UtcDateTime;
        // PostgreSQL keeps microseconds: the hash must be computed over what will be read back.
        return new(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)), actor.Kind, actor.UserId, actor.ImpersonatorId,
            actor.DefaultAccountId, action, entity, id, memberId, fieldGroup, fieldGroup is null ? null : AuditPurpose.Of(actor, entity, fieldGroup), AuditEvent.Done,
            before, after, actor.CorrelationId);
    }

    private static string? Text(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Json);
}
