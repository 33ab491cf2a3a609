using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>Of whom and for whom a row of the trail speaks. A member is known by the CareSource ID alone: no name, nothing else.</summary>
public sealed class AuditNames(PortalDb db, ActorScope scope)
{
    private bool MayRead => scope.Actor.Has(Permission.StaffAuditRead);

    /// <summary>Usernames by user id.</summary>
    public async Task<IReadOnlyDictionary<long, string>> UsersAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var allowed = MayRead;
        return await db.Set<User>().AsNoTracking().Where(u => allowed && ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.UserName!, ct);
    }

    /// <summary>Accounts by their id.</summary>
    public async Task<IReadOnlyDictionary<long, ProviderAccount>> AccountsAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var allowed = MayRead;
        return await db.Set<ProviderAccount>().AsNoTracking().Where(a => allowed && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
    }

    /// <summary>CareSource IDs by member id.</summary>
    public async Task<IReadOnlyDictionary<long, MemberNumber>> MembersAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var allowed = MayRead;
        var rows = await db.Set<Member>().AsNoTracking().Where(m => allowed && ids.Contains(m.Id)).Select(m => new { m.Id, m.SubscriberNumber, m.Suffix }).ToListAsync(ct);
        return rows.ToDictionary(m => m.Id, m => new MemberNumber(m.SubscriberNumber, m.Suffix));
    }

    /// <summary>The member of a CareSource ID, for those who may read the trail.</summary>
    internal static async Task<Outcome<AuditMember>> MemberAsync(string careSourceId, IReadOnlyList<string> path, PortalDb db, CancellationToken ct)
    {
        if (!MemberNumber.TryParse(careSourceId, out var number))
            return new InvalidFormat("Member ID", "9 or 11 digits", "123456789-01") { Path = path };
        var id = await db.Set<Member>().Where(m => m.SubscriberNumber == number.SubscriberNumber && m.Suffix == number.Suffix).Select(m => (long?)m.Id).SingleOrDefaultAsync(ct);
        return id is { } found ? new AuditMember(found, number) : new NotFound("member") { Path = path };
    }
}

internal sealed record AuditMember(long Id, MemberNumber Number);
