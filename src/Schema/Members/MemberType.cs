using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Members;

[ObjectType<Member>(Fields =
[
    nameof(Member.SubscriberNumber), nameof(Member.Suffix), nameof(Member.MedicaidId), nameof(Member.CaseNumber),
    nameof(Member.FirstName), nameof(Member.LastName), nameof(Member.FullName), nameof(Member.BirthDate), nameof(Member.Gender),
    nameof(Member.Language), nameof(Member.Phone), nameof(Member.IsSubscriber),
])]
public static class MemberType
{
    [ID<Member>]
    public static long GetId([Parent] Member member) => member.Id;

    /// <summary>The CareSource member ID as printed: subscriber number, hyphen, suffix.</summary>
    public static string GetCareSourceId([Parent] Member member) => member.Number.ToString();

    // MBR-11
    /// <summary>Address, programme, PCP and case manager.</summary>
    /// <param name="on">As of this date; today in the market when left out.</param>
    public static ValueTask<MemberInformation?> GetInformationAsync(
        [Parent] Member member, DateOnly? on, InformationByMember loader, Actor actor, [Service] TimeProvider clock) =>
        loader.LoadAsync((member.Id, on ?? clock.Today(actor.Market ?? Market.OH)));

    // MBR-13
    /// <summary>The subscriber's data, who may be another person than the member.</summary>
    public static ValueTask<Member?> GetSubscriberAsync([Parent] Member member, SubscriberByMember loader) => loader.LoadAsync(member.Id);

    // MBR-25
    /// <summary>All effective and termination dates in the session's market, newest first.</summary>
    public static ValueTask<IReadOnlyList<EligibilitySpan>> GetEligibilitySpansAsync([Parent] Member member, SpansByMember loader) =>
        loader.LoadAsync(member.Id);

    // COB-01, COB-03
    /// <summary>Other insurance, the most recent primary one first.</summary>
    [RequiresPermission(Permission.CobRead, Permission.StaffCobWork, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.StaffUmWork)]
    public static ValueTask<IReadOnlyList<CobRecord>> GetCobAsync([Parent] Member member, CobByMember loader) => loader.LoadAsync(member.Id);

    [NodeResolver]
    public static ValueTask<Member?> GetMemberByIdAsync(long id, MemberById loader) => loader.LoadAsync(id);
}
