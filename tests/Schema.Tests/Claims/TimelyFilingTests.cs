namespace Portal.Graph.Schema.Tests.Claims;

public sealed class TimelyFilingTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Fact, Requirement("CLM-22")]
    public async Task Scenario_31_day_365_is_in_time_and_the_next_one_is_late()
    {
        var biller = await Biller.SignInAsync(demo.Portal);
        // Two services of one day, so that the second claim is no duplicate.
        var late = biller.Form("2024-12-01", 88m);
        late["lines"] = new[] { new { from = "2024-12-01", to = "2024-12-01", placeOfService = "11", code = "G0444", diagnosisPointer = "A", charge = 88m, units = 1 } };
        var draft = await biller.KeyAsync(late);
        (await biller.ClaimAsync(biller.Form("2024-12-01"))).GetProperty("state").GetString().ShouldBe("IN_PROCESS");

        // The last minute of the day in Ohio, then the first of the next.
        demo.Portal.Clock.Set(new(2025, 12, 2, 4, 59, 0, TimeSpan.Zero));
        biller = await Biller.SignInAsync(demo.Portal);
        (await biller.ClaimAsync(Other(late))).GetProperty("state").GetString().ShouldBe("IN_PROCESS");
        demo.Portal.Clock.Set(new(2025, 12, 2, 5, 0, 0, TimeSpan.Zero));
        var refused = await biller.SubmitAsync(draft, "late-1");
        refused.PayloadCodes("submitClaim").ShouldContain("TIMELY_FILING_EXPIRED");
        refused.Data("submitClaim", "errors").EnumerateArray().Single(e => e.GetProperty("code").GetString() == "TIMELY_FILING_EXPIRED")
            .GetProperty("lastDay").GetString().ShouldBe("2025-12-01");
    }

    private static Dictionary<string, object?> Other(Dictionary<string, object?> form) => new(form)
    {
        ["lines"] = new[] { new { from = "2024-12-01", to = "2024-12-01", placeOfService = "11", code = "G0008", diagnosisPointer = "A", charge = 88m, units = 1 } },
    };
}
