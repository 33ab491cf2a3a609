using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Schema.Tests.Claims;

/// <summary>Records of the plan's other systems, for tests to start from.</summary>
internal static class Records
{
    /// <summary>Runs as the system inside one write.</summary>
    public static Task<T> WriteAsync<T>(this TestPortal portal, Func<PortalDb, IServiceProvider, Task<T>> change) =>
        portal.AsAsync(Actor.System("test data"), async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            await using var write = await db.BeginWriteAsync(default);
            var made = await change(db, services);
            await write.CommitAsync(default);
            return made;
        });

    /// <summary>A claim of Anna Rivera that a practice sent by another channel, paid by the check when one is named; its number.</summary>
    public static Task<string> HistoryAsync(
        this TestPortal portal, DateTimeOffset receivedAt, string? checkNumber = null, string providerId = DemoCast.PracticeProviderId) =>
        portal.WriteAsync(async (db, services) =>
        {
            var account = await db.Set<ProviderAccount>().SingleAsync(a => a.CareSourceProviderId == providerId);
            var member = await db.Set<Member>().SingleAsync(m => m.SubscriberNumber == "123456789" && m.Suffix == "00");
            var date = receivedAt.DateIn(Market.OH);
            var claim = ClaimHistory.Create(new()
            {
                Number = await services.GetRequiredService<NumberSeries>().NextAsync("C", date, default),
                Market = Market.OH, Lob = Lob.Medicaid, MemberId = member.Id, MemberIdGiven = DemoCast.Subscriber,
                BillingAccountId = account.Id, BillingNpi = account.Npi, ReceivedAt = receivedAt,
                Lines = [new(date, date, "G0439", 1, 100m, "11")], Diagnoses = ["E11.9"],
                Result = checkNumber is null ? null : new(90, [new(1, 90, 90, [new(ClaimReasonKind.Adjustment, "45", AdjustmentGroup.CO, 10)])], [], CheckNumber: checkNumber),
            }).Value.ShouldNotBeNull();
            db.Add(claim);
            await db.SaveChangesAsync();
            return claim.Number;
        });

    /// <summary>A subscriber of Ohio Medicaid covered on the dates.</summary>
    public static async Task CoverAsync(this TestPortal portal, string subscriberNumber, SpanDetails details)
    {
        var enrollment = await portal.WriteAsync(async (db, _) =>
        {
            var member = Member.Enroll(new(subscriberNumber, "00"), "Sam", "Pell", new(1980, 2, 29), Gender.Male);
            var enrolled = ProgramEnrollment.Of(member, Market.OH, Lob.Medicaid, "Ohio Medicaid");
            db.AddRange(member, enrolled);
            await db.SaveChangesAsync();
            return enrolled.Id;
        });
        await portal.AsAsync(Actor.System("test data"), async services =>
            (await services.GetRequiredService<CoverageDesk>().WriteSpanAsync(new(enrollment, details), default)).Value.ShouldNotBeNull());
    }
}
