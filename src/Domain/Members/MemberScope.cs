using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>MBR-28: who may read which members' demographic and eligibility data.</summary>
internal static class MemberScope
{
    // Section E.2: every role that works a queue also reads the member of its items; SYSTEM_ADMIN reads none.
    private static readonly Permission[] Readers =
    [
        Permission.EligibilityRead, Permission.ClaimsRead, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.StaffCareWork,
        Permission.StaffCobWork, Permission.StaffRecoveryWork, Permission.StaffUmWork, Permission.StaffDisputesWork,
        Permission.StaffAppealsWork, Permission.StaffAppealsClinical, Permission.StaffIntake, Permission.StaffFinance, Permission.StaffSupport,
    ];

    /// <summary>Members with any enrollment in the market, whatever its dates.</summary>
    public static IQueryable<Member> InMarket(this IQueryable<Member> members, PortalDb db, Market market)
    {
        // Outside the expression: a call inside it is compiled by EF Core each time the query runs.
        var enrollments = db.Set<ProgramEnrollment>();
        return members.Where(m => enrollments.Any(e => e.MemberId == m.Id && e.Market == market));
    }

    /// <summary>A portal user sees the members of the session's market; staff and the system those of every market.</summary>
    public static IQueryable<Member> VisibleTo(this IQueryable<Member> members, Actor actor, PortalDb db) => actor switch
    {
        _ when !MayRead(actor) => members.Where(m => false),
        { Kind: ActorKind.Staff or ActorKind.System } => members,
        { Market: { } market } => members.InMarket(db, market),
        _ => members.Where(m => false),
    };

    public static bool MayRead(Actor actor) => Readers.Any(actor.Has);

    /// <summary>The market whose enrollments the actor sees; null is every market.</summary>
    public static Market? MarketOf(Actor actor) => actor.Kind is ActorKind.PortalUser ? actor.Market : null;
}
