using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Grievances;

/// <summary>Which grievances; all that is given must fit.</summary>
public sealed record GrievanceFilter(GrievanceState? State = null, GrievanceCategory? Category = null, string? Number = null);

/// <summary>ACC-22: grievances for the accounts that filed them and for those who answer them; each read is noted.</summary>
public sealed class GrievanceReads(PortalDb db, ActorScope scope, AuditLog audit)
{
    /// <summary>Newest first.</summary>
    public AuditedQuery<Grievance> Of(GrievanceFilter filter)
    {
        var grievances = Visible();
        if (filter.State is { } state) grievances = grievances.Where(g => g.State == state);
        if (filter.Category is { } category) grievances = grievances.Where(g => g.Category == category);
        if (!string.IsNullOrWhiteSpace(filter.Number))
        {
            var number = filter.Number.Trim().ToUpperInvariant();
            grievances = grievances.Where(g => g.Number == number);
        }
        return new(grievances.OrderByDescending(g => g.Id), Note);
    }

    /// <summary>One; null when there is none or it is another account's.</summary>
    public async Task<Grievance?> FindAsync(long id, CancellationToken ct)
    {
        var grievance = await Visible().SingleOrDefaultAsync(g => g.Id == id, ct);
        if (grievance is not null) Note([grievance]);
        return grievance;
    }

    public async Task<IReadOnlyList<Grievance>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var grievances = await Visible().Where(g => ids.Contains(g.Id)).ToListAsync(ct);
        Note(grievances);
        return grievances;
    }

    /// <summary>Those of a category, as part of a query; reads none of them.</summary>
    public IQueryable<long> IdsOf(GrievanceCategory category) => Visible().Where(g => g.Category == category).Select(g => g.Id);

    /// <summary>Those that the plan did not yet acknowledge, as part of a query; reads none of them.</summary>
    /// <param name="dueBefore">Only those that were due before this moment (UTC).</param>
    public IQueryable<long> UnacknowledgedIds(DateTimeOffset? dueBefore = null) =>
        Visible().Where(g => g.AcknowledgedAt == null && (dueBefore == null || g.AckDueAt < dueBefore)).Select(g => g.Id);

    /// <summary>By grievance the files that came with it, for grievances that were read.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<StoredFile>>> FilesAsync(IReadOnlyCollection<long> grievanceIds, CancellationToken ct)
    {
        var pairs = await Visible().Where(g => grievanceIds.Contains(g.Id)).SelectMany(g => g.Files, (g, f) => new { g.Id, f.FileId }).ToListAsync(ct);
        var ids = pairs.ConvertAll(p => p.FileId);
        var files = await db.Set<StoredFile>().AsNoTracking().Include(f => f.Content).Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        return pairs.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => (IReadOnlyList<StoredFile>)[.. g.OrderBy(p => p.FileId).Select(p => files[p.FileId])]);
    }

    private IQueryable<Grievance> Visible()
    {
        var actor = scope.Actor;
        var all = db.Set<Grievance>().AsNoTracking();
        if (actor.IsStaff) return actor.Has(Permission.StaffAppealsWork) ? all : all.Where(g => false);
        var (accounts, market) = (actor.AccountIds.ToList(), actor.Market);
        return actor.TermsDue is null ? all.Where(g => accounts.Contains(g.AccountId) && g.Market == market) : all.Where(g => false);
    }

    private void Note(IReadOnlyList<Grievance> grievances)
    {
        foreach (var grievance in grievances) audit.Read(nameof(Grievance), grievance.Id, grievance.MemberId, "grievance");
    }
}
