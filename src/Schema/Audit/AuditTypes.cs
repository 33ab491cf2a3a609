using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Schema.Accounts;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Audit;

// PLT-03, PLT-06
[ObjectType<AuditEvent>(Fields =
[
    nameof(AuditEvent.Seq), nameof(AuditEvent.At), nameof(AuditEvent.ActorKind), nameof(AuditEvent.Action), nameof(AuditEvent.Entity), nameof(AuditEvent.EntityId),
    nameof(AuditEvent.FieldGroup), nameof(AuditEvent.Purpose), nameof(AuditEvent.Outcome), nameof(AuditEvent.Before), nameof(AuditEvent.After), nameof(AuditEvent.CorrelationId),
])]
public static class AuditEventType
{
    /// <summary>Username of who acted; null for the system and for nobody.</summary>
    public static async ValueTask<string?> GetActorAsync([Parent] AuditEvent row, AuditUserById loader) =>
        row.ActorId is { } id ? await loader.LoadAsync(id) : null;

    /// <summary>Username of the member of staff behind an impersonation; null when there was none.</summary>
    public static async ValueTask<string?> GetImpersonatorAsync([Parent] AuditEvent row, AuditUserById loader) =>
        row.ImpersonatorId is { } id ? await loader.LoadAsync(id) : null;

    /// <summary>The account for which somebody acted; null for staff and the system.</summary>
    public static async ValueTask<ProviderAccount?> GetProviderAsync([Parent] AuditEvent row, AccountById loader) =>
        row.AccountId is { } id ? await loader.LoadAsync(id) : null;

    /// <summary>Whom the record is about; null when it is about no member.</summary>
    [ID<Member>]
    public static long? GetMemberId([Parent] AuditEvent row) => row.MemberId;

    /// <summary>The CareSource ID of whom the record is about, such as <c>123456789-01</c>; null when it is about no member.</summary>
    public static async ValueTask<string?> GetMemberCareSourceIdAsync([Parent] AuditEvent row, AuditMemberById loader) =>
        row.MemberId is { } id ? await loader.LoadAsync(id) : null;
}

[ObjectType<ChainReport>]
public static class ChainReportType;
