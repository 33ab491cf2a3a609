using System.Text.Json;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;

namespace Portal.Graph.Schema.Tests.Members;

/// <summary>The head of the member page: verdict for a chosen date, and the notice.</summary>
public sealed class MemberPageTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Verdict = "query($id: ID!, $on: Date) { memberEligibility(memberId: $id, dateOfService: $on) { verdict { status severity } member { careSourceId } } }";

    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("MBR-08")]
    public async Task The_termination_day_is_eligible_and_the_day_after_is_not()
    {
        var client = await _portal.SignInAsync("demo.frontdesk");
        var found = await client.SendAsync("query($s: EligibilitySearchInput!) { eligibility(search: $s) { member { id eligibilitySpans { termination } } } }",
            new { s = new { careSourceId = DemoCast.Ended, dateOfService = "2025-12-01" } });
        var id = found.Data("eligibility", 0, "member", "id").GetString();
        var last = DateOnly.Parse(found.Data("eligibility", 0, "member", "eligibilitySpans", 0, "termination").GetString()!);

        var covered = (await client.SendAsync(Verdict, new { id, on = last })).Data("memberEligibility", "verdict");
        var after = (await client.SendAsync(Verdict, new { id, on = last.AddDays(1) })).Data("memberEligibility", "verdict");
        (covered.GetProperty("status").GetString(), covered.GetProperty("severity").GetString()).ShouldBe(("ELIGIBLE", "INFO"));
        (after.GetProperty("status").GetString(), after.GetProperty("severity").GetString()).ShouldBe(("INELIGIBLE", "ERROR"));

        (await client.SendAsync(Verdict, new { id, on = "2025-12-02" })).ErrorCodes.ShouldBe(["DATE_OF_SERVICE_IN_FUTURE"]);
        (await client.SendAsync(Verdict, new { id })).ErrorCodes.ShouldBe(["DATE_OF_SERVICE_REQUIRED"]);
        var elsewhere = await _portal.SignInAsync("demo.frontdesk", Market.NV);
        (await elsewhere.SendAsync(Verdict, new { id, on = last })).ErrorCodes.ShouldBe(["NOT_FOUND"]);
    }

    [Fact, Requirement("MBR-10")]
    public async Task The_notice_says_to_check_before_service_and_is_for_users_only()
    {
        var client = await _portal.SignInAsync("demo.frontdesk");
        var notice = (await client.SendAsync("{ eligibilityNotice }")).Data("eligibilityNotice").GetString()!;
        notice.ShouldContain("emergenc", Case.Insensitive);
        var nobody = await _portal.Anonymous().SendAsync("{ eligibilityNotice }");
        nobody.ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
        nobody.Data("eligibilityNotice").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
