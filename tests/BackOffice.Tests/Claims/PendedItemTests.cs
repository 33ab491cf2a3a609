using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Claims;

[Collection(OneHost.Name)]
public sealed class PendedItemTests(BackOfficeHost host)
{
    [Fact, Requirement("CLM-25", "PLT-08")]
    public async Task Taken_noted_checked_confirmed_and_posted()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var item = await TakeNextAsync(ana);
        item = await ana.SubmitAsync(item, "#add-note", ("Note.Text", "Called the practice."));
        item.Texts(".note-text").ShouldContain("Called the practice.");

        var confirm = await ana.SubmitAsync(item, "#review", [.. PaidInFull(item)]);
        confirm.Texts("h2").ShouldContain("Confirm the decision");
        var claim = Number(confirm);
        (await ClaimAsync(claim)).State.ShouldBe(ClaimState.Pended);

        var posted = await ana.SubmitAsync(confirm, "#decide");
        posted.Address.ShouldBe("/staff/claims/pended");
        posted.Texts(".toast").ShouldHaveSingleItem().ShouldStartWith($"Claim {claim} is paid");
        var stored = await ClaimAsync(claim);
        stored.State.ShouldBe(ClaimState.Paid);
        stored.Paid.ShouldBe(stored.TotalCharge);
        (await ana.GetAsync(item.Address)).Text.ShouldContain("This item is closed");
    }

    [Fact, Requirement("CLM-25")]
    public async Task A_decision_that_does_not_balance_is_refused_at_its_line()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var item = await TakeNextAsync(ana);
        var fields = PaidInFull(item).ToList();
        var paid = fields.FindIndex(field => field.Name == "Form.Lines[0].Paid");
        fields[paid] = ("Form.Lines[0].Paid", "0.01");
        var refused = await ana.SubmitAsync(item, "#review", [.. fields]);
        var link = refused.Document.QuerySelectorAll("#refusals a").First();
        link.TextContent.ShouldContain("Line 1");
        refused.Document.QuerySelector(link.GetAttribute("href")!)!.LocalName.ShouldBe("fieldset");
        // What was typed is still there.
        refused.Document.QuerySelector("#Form_Lines_0__Paid")!.GetAttribute("value").ShouldBe("0.01");
        await ana.SubmitAsync(refused, "#release");
    }

    [Fact]
    public async Task Form_faults_stand_beside_their_fields()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var item = await TakeNextAsync(ana);
        var refused = await ana.SubmitAsync(item, "#review", ("Form.Lines[0].Allowed", "-5"), ("Form.Lines[0].Paid", "abc"), ("Form.Lines[0].Adjustments[0].Code", "9999"));
        refused.Texts("#Form_Lines_0__Allowed-error").ShouldHaveSingleItem().ShouldContain("0.00 or more");
        refused.Texts("#Form_Lines_0__Paid-error").ShouldHaveSingleItem().ShouldContain("abc");
        refused.Texts("#Form_Lines_0__Adjustments_0__Code-error").ShouldHaveSingleItem().ShouldContain("9999");
        refused.Texts("#Form_Lines_0__Adjustments_0__Group-error").ShouldHaveSingleItem().ShouldContain("choose a group");
        await ana.SubmitAsync(refused, "#release");
    }

    [Fact, Requirement("CLM-25")]
    public async Task A_denial_needs_its_category_and_a_further_adjustment_row_needs_no_script()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var item = await TakeNextAsync(ana);
        item = await ana.SubmitAsync(item, "button[name=line][value='0']");
        item.Document.QuerySelector("#Form_Lines_0__Adjustments_2__Code").ShouldNotBeNull();

        var denied = Lines(item).SelectMany((charge, i) => new[]
        {
            ($"Form.Lines[{i}].Allowed", "0"), ($"Form.Lines[{i}].Paid", "0"), ($"Form.Lines[{i}].Adjustments[0].Group", "CO"),
            ($"Form.Lines[{i}].Adjustments[0].Code", "50"), ($"Form.Lines[{i}].Adjustments[0].Amount", charge),
        }).ToArray();
        var refused = await ana.SubmitAsync(item, "#review", denied);
        refused.Document.QuerySelector("#refusals a")!.GetAttribute("href").ShouldBe("#Form_DenialCategory");

        var confirm = await ana.SubmitAsync(refused, "#review", ("Form.DenialCategory", "MedicalNecessity"));
        var claim = Number(confirm);
        await ana.SubmitAsync(confirm, "#decide");
        var stored = await ClaimAsync(claim);
        stored.State.ShouldBe(ClaimState.Denied);
        stored.DenialCategory.ShouldBe(DenialCategory.MedicalNecessity);
    }

    [Fact, Requirement("PLT-08")]
    public async Task Of_two_who_take_one_item_the_second_learns_who_has_it()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        using var ben = await host.SignedInAsync(StaffPlan.OtherAnalyst);
        var free = await ana.GetAsync("/staff/claims/pended?assignee=nobody");
        var address = free.Document.QuerySelector("tbody th a")!.GetAttribute("href")!;
        var (seenByAna, seenByBen) = (await ana.GetAsync(address), await ben.GetAsync(address));
        var taken = await ana.SubmitAsync(seenByAna, "#take");
        var late = await ben.SubmitAsync(seenByBen, "#take");
        late.Texts("#refusals li").ShouldBe(["Ana Lindqvist has taken this item."]);
        late.Document.QuerySelector("#decision").ShouldBeNull();
        await ana.SubmitAsync(taken, "#release");
    }

    [Fact, Requirement("PLT-08")]
    public async Task An_analyst_cannot_decide_from_another_s_hands()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        using var sue = await host.SignedInAsync(StaffPlan.Supervisor);
        var item = await TakeNextAsync(ana);
        var confirm = await ana.SubmitAsync(item, "#review", [.. PaidInFull(item)]);
        // A supervisor gives it back to the queue and takes it meanwhile.
        var seen = await sue.GetAsync(item.Address);
        await sue.SubmitAsync(await sue.SubmitAsync(seen, "#release"), "#take");

        var refused = await ana.SubmitAsync(confirm, "#decide");
        refused.Texts("#refusals li").ShouldBe(["Sue Visser has taken this item."]);
        (await ClaimAsync(Number(confirm))).State.ShouldBe(ClaimState.Pended);
        await sue.SubmitAsync(await sue.GetAsync(item.Address), "#release");
    }

    [Fact, Requirement("PLT-08")]
    public async Task Only_a_supervisor_reopens_a_closed_item()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        using var sue = await host.SignedInAsync(StaffPlan.Supervisor);
        var item = await TakeNextAsync(ana);
        await ana.SubmitAsync(await ana.SubmitAsync(item, "#review", [.. PaidInFull(item)]), "#decide");
        (await ana.GetAsync(item.Address)).Document.QuerySelector("#reopen").ShouldBeNull();
        var reopened = await sue.SubmitAsync(await sue.GetAsync(item.Address), "#reopen");
        reopened.Texts(".toast").ShouldBe(["The item is open again, in your hands."]);
    }

    private static async Task<StaffAnswer> TakeNextAsync(StaffClient client) =>
        await client.SubmitAsync(await client.GetAsync("/staff/claims/pended"), "#take-next");

    private static IEnumerable<(string Name, string Value)> PaidInFull(StaffAnswer item) =>
        Lines(item).SelectMany((charge, i) => new[] { ($"Form.Lines[{i}].Allowed", charge), ($"Form.Lines[{i}].Paid", charge) });

    private static IEnumerable<string> Lines(StaffAnswer item) =>
        item.Document.QuerySelectorAll("[data-charge]").Select(line => line.GetAttribute("data-charge")!);

    private static string Number(StaffAnswer item) => item.Document.QuerySelector("h1 .mono")!.TextContent;

    private async Task<Claim> ClaimAsync(string number)
    {
        await using var scope = host.Scope(Actor.System("test"));
        return (await scope.ServiceProvider.GetRequiredService<ClaimReads>().FindByNumberAsync(number, CancellationToken.None)).Value!;
    }
}
