using System.Collections.Frozen;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Tests.Members;

/// <summary>The family of scenario 12 and who asks for it; today is 2025-12-01.</summary>
internal static class People
{
    public static Actor Biller(Market market = Market.OH) => new()
    {
        Kind = ActorKind.PortalUser,
        UserId = 7,
        Name = "biller",
        Market = market,
        DefaultAccountId = 70,
        AccountIds = new HashSet<long> { 70 }.ToFrozenSet(),
        Permissions = new HashSet<Permission> { Permission.EligibilityRead, Permission.CobRead }.ToFrozenSet(),
    };

    public static Actor Without(this Actor actor, Permission permission) =>
        actor with { Permissions = actor.Permissions.Where(p => p != permission).ToFrozenSet() };

    public static Actor With(this Actor actor, Permission permission) =>
        actor with { Permissions = actor.Permissions.Append(permission).ToFrozenSet() };

    /// <summary>Subscriber 123456789-00 with spouse -01 and child -02 in Ohio Medicaid since 2023-01-01.</summary>
    public static Family Rivera()
    {
        var anna = Member.Enroll(new("123456789", "00"), "Anna", "Rivera", new(1984, 3, 9), Gender.Female, medicaidId: "A1B2C3D4", caseNumber: "OH5000001");
        var luis = Member.Enroll(new("123456789", "01"), "Luis", "Rivera", new(1982, 7, 1), Gender.Male, anna, "B2C3D4E5", "OH5000001");
        var mia = Member.Enroll(new("123456789", "02"), "Mía-Rose", "Rivera", new(2015, 5, 20), Gender.Female, anna, "C3D4E5F6", "OH5000001");
        return new(anna, luis, mia, [.. new[] { anna, luis, mia }.SelectMany(m => Covered(m, Market.OH, Lob.Medicaid, new SpanDetails(new(2023, 1, 1))))]);
    }

    /// <summary>The member's records with one enrollment and its spans.</summary>
    public static IEnumerable<object> Covered(Member member, Market market, Lob lob, params SpanDetails[] spans)
    {
        var enrollment = ProgramEnrollment.Of(member, market, lob, $"{market} {lob}");
        return [member, enrollment, .. spans.Select(s => EligibilitySpan.Of(enrollment, s))];
    }

    public static Member Subscriber(string number, string first = "Jo", string last = "Stone", string? medicaidId = null) =>
        Member.Enroll(new(number, "00"), first, last, new(1990, 1, 1), Gender.Unknown, medicaidId: medicaidId);

    public sealed record Family(Member Anna, Member Luis, Member Mia, object[] Records);
}
