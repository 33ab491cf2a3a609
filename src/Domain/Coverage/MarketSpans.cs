using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

/// <summary>
/// The spans of members in one market. The verdict of a search and the list of the spans below it are made from one reading. What reaches a user is noted by who gives it out.
/// </summary>
public sealed class MarketSpans(PortalDb db)
{
    private static readonly CompiledRead<Func<PortalDb, Market, long[], IAsyncEnumerable<EligibilitySpan>>> OfMany = new(() => EF.CompileAsyncQuery(
        (PortalDb db, Market market, long[] members) => db.Set<EligibilitySpan>().AsNoTracking().Include(s => s.Enrollment)
            .OrderByDescending(s => s.Effective).ThenByDescending(s => s.Id)
            .Where(s => members.Contains(s.MemberId) && s.Enrollment!.Market == market)));

    private readonly Dictionary<(Market, long), IReadOnlyList<EligibilitySpan>> _left = [];

    /// <summary>By member the spans with their enrollments, newest first; the next <see cref="TakeAsync"/> finds them here.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<EligibilitySpan>>> ReadAsync(
        IReadOnlyCollection<long> memberIds, Market market, CancellationToken ct)
    {
        var byMember = await ByMemberAsync([.. memberIds.Distinct()], market, ct);
        foreach (var (member, spans) in byMember) _left[(market, member)] = spans;
        return byMember;
    }

    /// <summary>The spans that were just read for these members, each reading given out once; those of other members are read now.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<EligibilitySpan>>> TakeAsync(
        IReadOnlyCollection<long> memberIds, Market market, CancellationToken ct)
    {
        Dictionary<long, IReadOnlyList<EligibilitySpan>> found = [];
        foreach (var id in memberIds)
            if (_left.Remove((market, id), out var spans)) found[id] = spans;
        long[] missing = [.. memberIds.Distinct().Where(id => !found.ContainsKey(id))];
        if (missing.Length > 0)
            foreach (var (member, spans) in await ByMemberAsync(missing, market, ct)) found[member] = spans;
        return found;
    }

    private async Task<Dictionary<long, IReadOnlyList<EligibilitySpan>>> ByMemberAsync(long[] memberIds, Market market, CancellationToken ct)
    {
        if (memberIds is [var only]) return new() { [only] = await SpanRows.OfAsync(db, market, only, ct) };
        var rows = await OfMany.For(db)(db, market, memberIds).ToListAsync(ct);
        var spans = rows.ToLookup(s => s.MemberId);
        return memberIds.ToDictionary(id => id, id => (IReadOnlyList<EligibilitySpan>)[.. spans[id]]);
    }
}
