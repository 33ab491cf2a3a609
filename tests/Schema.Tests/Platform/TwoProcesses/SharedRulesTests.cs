using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.Schema.Tests.Platform.TwoProcesses;

public sealed class SharedRulesTests
{
    [Fact, Requirement("COM-09")]
    public async Task A_contact_changed_in_one_process_is_read_by_it_at_once_and_by_the_other_within_the_bound()
    {
        await using var portal = await TestPortal.StartAsync(demo: false);
        await using var another = await portal.AnotherAsync();
        (await TtyAsync(portal), await TtyAsync(another)).ShouldBe(("1-800-750-0750 or 711", "1-800-750-0750 or 711"));
        await Claims.Records.WriteAsync(portal, async (db, _) => (await db.Set<ContactText>().SingleAsync(c => c.Key == "contact.tty" && c.Market == Market.OH)).Value = "711");
        (await TtyAsync(portal)).ShouldBe("711");
        portal.Clock.Advance(RuleRevision.Bound);
        (await TtyAsync(another)).ShouldBe("711");
    }

    [Fact, Requirement("PLT-02")]
    public async Task A_policy_approved_in_one_process_applies_in_the_other_within_the_bound()
    {
        await using var portal = await TestPortal.StartAsync(demo: false);
        await using var another = await portal.AnotherAsync();
        (await DraftDaysAsync(portal), await DraftDaysAsync(another)).ShouldBe((90, 90));
        await Claims.Records.WriteAsync(portal, async (db, services) =>
        {
            var row = await db.Set<PolicySetting>().SingleAsync(p => p.Key == "claims.draftDays" && p.State == PolicyState.Approved);
            db.Entry(row).Property(p => p.Value).CurrentValue = "30";
            return 0;
        });
        (await DraftDaysAsync(portal)).ShouldBe(30);
        portal.Clock.Advance(RuleRevision.Bound);
        (await DraftDaysAsync(another)).ShouldBe(30);
    }

    private static async Task<string> TtyAsync(TestPortal portal) =>
        await portal.Services.GetRequiredService<ContactTexts>().TextAsync("contact.tty", Market.OH, default);

    private static async Task<int> DraftDaysAsync(TestPortal portal) =>
        (await portal.Services.GetRequiredService<MarketPolicies>().IntAsync("claims.draftDays", new(Market.OH), new(2025, 12, 1), default)).Value;
}
