using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

[Requirement("ACC-01")]
public class RegistrationTests
{
    [Theory]
    [InlineData("blue river  family practice", "123456789", "45401-9999")]
    [InlineData("Blue River Family Practice, P.C.", "12-3456789", "45401")]
    [InlineData("BLUE-RIVER FAMILY PRACTICE INC LLC", "123456789", "45404")]
    public async Task Four_values_that_match_open_the_terms(string name, string taxId, string zip)
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        var proved = (await database.VerifyAsync(new(name, taxId, "100000000123", zip))).Value.ShouldNotBeNull();
        proved.TermsVersion.ShouldBe("2025-1");
        await using var scope = database.Scope(Actor.Anonymous);
        var stored = await scope.Db.Set<Registration>().SingleAsync();
        (stored.Outcome, stored.Ip, stored.TaxId, stored.At).ShouldBe((RegistrationOutcome.Matched, "10.0.0.1", "123456789", database.Clock.GetUtcNow()));
        (await scope.Db.Set<AuditEvent>().SingleAsync(e => e.Action == "registration.verified")).EntityId.ShouldBe(stored.Id);
    }

    [Theory]
    [InlineData("Blue River Family", "123456789", "100000000123", "45401")]
    [InlineData("Blue River Family Practice", "123456780", "100000000123", "45401")]
    [InlineData("Blue River Family Practice", "123456789", "100000000124", "45401")]
    [InlineData("Blue River Family Practice", "123456789", "100000000123", "45402")]
    [InlineData("Blue River Family Practice", "123456789", "100000000123", "45403")]
    public async Task One_wrong_value_is_refused_without_telling_which(string name, string taxId, string providerId, string zip)
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        var refusal = (await database.VerifyAsync(new(name, taxId, providerId, zip))).Refusal<RegistrationNoMatch, ProvedRegistration>();
        refusal.Path.ShouldBeNull();
        refusal.OtherPath.ShouldNotBeNull().Phone.ShouldBe("1-800-488-0134");
        var other = (await database.VerifyAsync(new("Nobody Here", "999999999", "999999999999", "99999"), "10.0.0.2")).Refusal<RegistrationNoMatch, ProvedRegistration>();
        other.ShouldBe(refusal);
    }

    [Fact]
    public async Task An_address_counts_on_its_last_day_and_not_after()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        (await database.VerifyAsync(Registrations.Right with { Zip = "45404" })).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromDays(1));
        (await database.VerifyAsync(Registrations.Right with { Zip = "45404" })).Refusal<RegistrationNoMatch, ProvedRegistration>();
    }

    [Fact]
    public async Task What_is_missing_or_malformed_is_told_all_at_once_and_is_no_failure()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        var refused = await database.VerifyAsync(new(" ", "12345678", "10000000012", "4540"));
        refused.Refusals.Select(r => (r.GetType(), r.Path![0])).ShouldBe(
        [
            (typeof(RequiredFieldMissing), "providerName"), (typeof(InvalidFormat), "taxId"), (typeof(InvalidFormat), "careSourceProviderId"), (typeof(InvalidFormat), "zip"),
        ]);
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Db.Set<Registration>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Five_failures_for_a_Provider_ID_lock_it_for_15_minutes()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        for (var i = 1; i <= 5; i++) (await database.VerifyAsync(Registrations.Wrong, $"10.0.1.{i}")).Refusal<RegistrationNoMatch, ProvedRegistration>();
        var locked = (await database.VerifyAsync(Registrations.Right, "10.0.1.6")).Refusal<RegistrationLocked, ProvedRegistration>();
        locked.MinutesLeft.ShouldBe(15);
        locked.RetryAt.ShouldBe(database.Clock.GetUtcNow().AddMinutes(15));
        database.Clock.Advance(new(0, 14, 59));
        (await database.VerifyAsync(Registrations.Right, "10.0.1.7")).Refusal<RegistrationLocked, ProvedRegistration>().MinutesLeft.ShouldBe(1);
        database.Clock.Advance(new(0, 0, 1));
        (await database.VerifyAsync(Registrations.Right, "10.0.1.8")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Five_failures_from_one_address_lock_the_address_only()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        for (var i = 1; i <= 5; i++)
            (await database.VerifyAsync(Registrations.Wrong with { CareSourceProviderId = $"20000000000{i}" })).Refusal<RegistrationNoMatch, ProvedRegistration>();
        (await database.VerifyAsync(Registrations.Right)).Refusal<RegistrationLocked, ProvedRegistration>();
        (await database.VerifyAsync(Registrations.Right, "10.0.0.2")).Succeeded.ShouldBeTrue();
        (await database.VerifyAsync(Registrations.Right, null)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Four_failures_lock_nothing()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        for (var i = 1; i <= 4; i++) (await database.VerifyAsync(Registrations.Wrong)).Refusal<RegistrationNoMatch, ProvedRegistration>();
        (await database.VerifyAsync(Registrations.Right)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task The_third_failure_for_a_Provider_ID_gives_support_one_item_due_the_next_business_day()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        await using var scope = database.Scope(Actor.System("test"));
        for (var i = 1; i <= 4; i++)
        {
            await database.VerifyAsync(Registrations.Wrong);
            (await scope.Db.Set<WorkItem>().CountAsync()).ShouldBe(i < 3 ? 0 : 1, $"after failure {i}");
        }
        var item = await scope.Db.Set<WorkItem>().SingleAsync();
        (item.Queue, item.SubjectNumber, item.Market).ShouldBe(("Q-REG", "100000000123", Market.OH));
        item.SubjectId.ShouldBe((await scope.Db.Set<Registration>().OrderBy(r => r.Id).Skip(2).FirstAsync()).Id);
        item.DueAt.DateIn(Market.OH).ShouldBe(new DateOnly(2025, 12, 2));
    }

    [Fact]
    public async Task Support_unlocks_a_Provider_ID_and_the_item_is_done()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        for (var i = 1; i <= 5; i++) await database.VerifyAsync(Registrations.Wrong);
        var agent = Agent(await Practice.StaffAsync(database, "sam.support", StaffRole.SupportAgent));
        await using var scope = database.Scope(agent);
        var desk = scope.Get<RegistrationReviewDesk>();
        var item = await scope.Db.Set<WorkItem>().AsNoTracking().SingleAsync();
        (await desk.DecideAsync(item.Id, RegistrationDecision.Unlocked, "called back", default)).Refusal<InvalidStateTransition, WorkItem>();
        (await scope.Get<WorkDesk>().TakeAsync(item.Id, default)).Succeeded.ShouldBeTrue();
        (await desk.DecideAsync(item.Id, RegistrationDecision.Unlocked, " ", default)).Refusal<RequiredFieldMissing, WorkItem>();
        (await desk.FailuresAsync(["100000000123"], default))["100000000123"].ShouldBe((5, 1));

        (await desk.DecideAsync(item.Id, RegistrationDecision.Unlocked, "called back", default)).Value.ShouldNotBeNull().State.ShouldBe(WorkState.Done);

        (await database.VerifyAsync(Registrations.Right)).Succeeded.ShouldBeTrue();
        (await desk.TriesAsync("100000000123", default)).Count.ShouldBe(6);
        (await scope.Db.Set<AuditEvent>().AnyAsync(e => e.Action == "registration.decided" && e.ActorId == agent.UserId)).ShouldBeTrue();
    }

    [Fact]
    public async Task Fraud_goes_to_compliance_and_unlocks_nothing()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        for (var i = 1; i <= 5; i++) await database.VerifyAsync(Registrations.Wrong);
        await using var scope = database.Scope(Agent(await Practice.StaffAsync(database, "sam.support", StaffRole.SupportAgent)));
        var item = await scope.Db.Set<WorkItem>().AsNoTracking().SingleAsync();
        await scope.Get<WorkDesk>().TakeAsync(item.Id, default);
        (await scope.Get<RegistrationReviewDesk>().DecideAsync(item.Id, RegistrationDecision.Fraud, "five ZIP codes guessed", default)).Succeeded.ShouldBeTrue();
        (await scope.Db.Set<WorkItem>().SingleAsync(i => i.Queue == "Q-FRAUD")).SubjectNumber.ShouldBe("100000000123");
        (await database.VerifyAsync(Registrations.Right)).Refusal<RegistrationLocked, ProvedRegistration>();
    }

    [Fact]
    public async Task Only_support_sees_tries_and_decides()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        for (var i = 1; i <= 3; i++) await database.VerifyAsync(Registrations.Wrong);
        await using var scope = database.Scope(Agent(await Practice.StaffAsync(database, "ana.lyst", StaffRole.ClaimsAnalyst)) with { Permissions = [Permission.StaffClaimsDecide] });
        var desk = scope.Get<RegistrationReviewDesk>();
        (await desk.TriesAsync("100000000123", default)).ShouldBeEmpty();
        (await desk.DecideAsync(1, RegistrationDecision.Unlocked, "please", default)).Refusal<Forbidden, WorkItem>().Permission.ShouldBe("staff.support");
    }

    private static Actor Agent(Domain.Accounts.Users.User user) =>
        new() { Kind = ActorKind.Staff, UserId = user.Id, Name = user.DisplayName, Permissions = [Permission.StaffSupport] };
}
