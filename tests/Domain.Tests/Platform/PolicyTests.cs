using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform;

public class PolicyTests
{
    private static readonly DateOnly Day = new(2025, 12, 1);

    private static PolicySetting Row(string value, DateOnly from, Market? market = null, Lob? lob = null, string? program = null, DateOnly? to = null,
        PolicyState state = PolicyState.Approved) => new()
        {
            Key = "dispute.days", Value = value, Source = "test", From = from, To = to, Market = market, Lob = lob, Program = program, State = state,
        };

    [Fact, Requirement("PLT-02")]
    public void The_most_specific_row_wins()
    {
        PolicySetting[] rows =
        [
            Row("program", new(2020, 1, 1), Market.GA, Lob.Medicaid, "P4HB"), Row("line", new(2020, 1, 1), Market.GA, Lob.Medicaid),
            Row("market", new(2020, 1, 1), Market.GA), Row("default", new(2020, 1, 1)),
        ];
        string At(PolicyScope scope) => PolicyResolver.Resolve(rows, scope, Day)!.Value;
        At(new(Market.GA, Lob.Medicaid, "p4hb")).ShouldBe("program");
        At(new(Market.GA, Lob.Medicaid, "other")).ShouldBe("line");
        At(new(Market.GA, Lob.Medicare)).ShouldBe("market");
        At(new(Market.OH, Lob.Medicaid)).ShouldBe("default");
        At(default).ShouldBe("default");
    }

    [Fact, Requirement("PLT-02")]
    public void The_row_in_force_on_the_anchor_date_counts()
    {
        PolicySetting[] rows =
        [
            Row("90", new(2020, 1, 1), Market.GA, Lob.Medicaid, to: new(2025, 12, 31)), Row("60", new(2026, 1, 1), Market.GA, Lob.Medicaid),
            Row("1", new(2020, 1, 1), Market.GA, Lob.Medicaid, state: PolicyState.Draft),
        ];
        var scope = new PolicyScope(Market.GA, Lob.Medicaid);
        PolicyResolver.Resolve(rows, scope, new(2025, 12, 31))!.Value.ShouldBe("90");
        PolicyResolver.Resolve(rows, scope, new(2026, 1, 1))!.Value.ShouldBe("60");
        PolicyResolver.Resolve(rows, scope, new(2019, 12, 31)).ShouldBeNull();
    }

    [Fact, Requirement("PLT-02")]
    public async Task The_catalogues_rows_are_there_and_later_rows_replace_them_from_their_day()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("test"));
        var policies = scope.Get<MarketPolicies>();
        var georgia = new PolicyScope(Market.GA, Lob.Medicaid);
        (await policies.IntAsync("claims.maxNumbers", new(Market.OH, Lob.Medicaid), Day, default)).Value.ShouldBe(50);
        (await policies.DeadlineAsync("appeal.claimDays", georgia, Day, default)).Value.ToString().ShouldBe("30 days");
        (await policies.DeadlineAsync("appeal.claimDays", new(Market.NV, Lob.Medicaid), Day, default)).Value.ToString().ShouldBe("365 days");
        (await policies.BoolAsync("dispute.ackLetter", georgia, Day, default)).Value.ShouldBeTrue();
        (await policies.ListAsync("dispute.reasons", georgia, Day, default)).Value.ShouldBe(["UNDERPAYMENT", "PLAN_RECOVERY"]);
        (await policies.AnchorAsync("dispute.anchor", georgia, Day, default)).Source.ShouldContain("DSP-04");
        // Whoever asks for a window as a plain number would fail on the day a market enters months.
        await Should.ThrowAsync<InvalidOperationException>(async () => await policies.IntAsync("dispute.days", georgia, Day, default));

        await database.AddAsync(Row("60", new(2026, 1, 1), Market.GA, Lob.Medicaid));
        policies.Forget();
        (await policies.DeadlineAsync("dispute.days", georgia, new(2025, 12, 31), default)).Value.First.Count.ShouldBe(90);
        (await policies.DeadlineAsync("dispute.days", georgia, new(2026, 1, 1), default)).Value.First.Count.ShouldBe(60);
    }

    [Fact]
    public async Task A_contact_comes_from_the_market_or_everyones_row_or_points_at_contact_us()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("test"));
        var contacts = scope.Get<ContactTexts>();
        (await contacts.PhoneAsync("contact.providerServices", Market.OH, default)).Phone.ShouldBe("1-800-488-0134");
        (await contacts.PhoneAsync("contact.nurseLine", Market.OH, default)).Phone.ShouldBe("CareSource24 1-866-206-0554");
        var missing = await contacts.PhoneAsync("contact.providerServices", Market.NV, default);
        (missing.Kind, missing.PageKey, missing.Phone).ShouldBe((OtherPathKind.ContactTeam, "contact.us", null));
        (await contacts.TextAsync("contact.providerServices", Market.NV, default)).ShouldBe(ContactTexts.Fallback);
    }
}
