using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

/// <summary>On a host of its own, whose clock these tests move.</summary>
[Requirement("ACC-05")]
public sealed class SessionLimitTests(BackOfficeHost host) : IClassFixture<BackOfficeHost>
{
    [Fact]
    public async Task Fifteen_idle_minutes_are_fine_and_a_second_more_is_not()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        (await ana.GetAsync("/staff")).Address.ShouldBe("/staff");
        host.Clock.Advance(TimeSpan.FromSeconds(14 * 60 + 59));
        (await ana.GetAsync("/staff")).Address.ShouldBe("/staff");
        host.Clock.Advance(TimeSpan.FromSeconds(15 * 60 + 1));
        (await ana.GetAsync("/staff")).Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task Twelve_hours_end_a_session_that_was_never_idle()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        for (var minutes = 10; minutes < 12 * 60; minutes += 10)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(10));
            (await ana.GetAsync("/staff/sign-out")).Address.ShouldBe("/staff");
        }
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        (await ana.GetAsync("/staff")).Heading.ShouldBe("Sign in");
    }
}
