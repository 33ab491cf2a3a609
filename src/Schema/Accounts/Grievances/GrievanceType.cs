using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Schema.Members;
using Portal.GraphQL.Building;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Accounts.Grievances;

// ACC-22
[ObjectType<Grievance>(Fields =
[
    nameof(Grievance.Version), nameof(Grievance.Number), nameof(Grievance.Market), nameof(Grievance.Category), nameof(Grievance.Narrative), nameof(Grievance.State),
    nameof(Grievance.FiledAt), nameof(Grievance.AckDueAt), nameof(Grievance.DueAt), nameof(Grievance.AcknowledgedAt), nameof(Grievance.Resolution), nameof(Grievance.ResolvedAt),
])]
public static class GrievanceType
{
    [ID<Grievance>]
    public static long GetId([Parent] Grievance grievance) => grievance.Id;

    /// <summary>The provider who filed it.</summary>
    public static async ValueTask<ProviderAccount?> GetProviderAsync([Parent] Grievance grievance, AccountById loader) => await loader.LoadAsync(grievance.AccountId);

    /// <summary>The member whom it concerns; null when none was named, or you may not read members.</summary>
    public static async ValueTask<Member?> GetMemberAsync([Parent] Grievance grievance, MemberById loader) =>
        grievance.MemberId is { } id ? await loader.LoadAsync(id) : null;

    /// <summary>The files that came with it.</summary>
    public static async ValueTask<IReadOnlyList<StoredFile>> GetFilesAsync([Parent] Grievance grievance, GrievanceFilesById loader) =>
        await loader.LoadAsync(grievance.Id) ?? [];

    [NodeResolver]
    public static Task<Grievance?> GetGrievanceByIdAsync(long id, GrievanceReads reads, CancellationToken ct) => reads.FindAsync(id, ct);
}

public sealed class GrievanceFilesById(GrievanceReads reads, LoaderDispatcher dispatcher) : BatchDataLoader<long, IReadOnlyList<StoredFile>>(dispatcher)
{
    protected override Task<IReadOnlyDictionary<long, IReadOnlyList<StoredFile>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.FilesAsync(keys, cancellationToken);
}
