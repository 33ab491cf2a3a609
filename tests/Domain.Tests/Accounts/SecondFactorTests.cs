using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

[Requirement("ACC-05")]
public class SecondFactorTests
{
    [Fact]
    public async Task An_app_that_was_set_up_is_asked_for_at_the_next_sign_in()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (secret, _) = await SetUpAsync(database);
        (await database.SignInAsync("jane.doe")).Refusal<SecondFactorRequired, SessionTokens>().IsSetUp.ShouldBeTrue();
        // The code that confirmed the app is used.
        (await database.SignInAsync("jane.doe", totp: CodeOf(database, secret))).Refusal<SecondFactorRequired, SessionTokens>();
        database.Clock.Advance(TimeSpan.FromSeconds(30));
        (await database.SignInAsync("jane.doe", totp: CodeOf(database, secret))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Until_a_code_confirms_it_a_new_app_does_not_count_and_a_wrong_code_confirms_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var actor = await ActorAsync(database);
        var offer = await StartAsync(database, actor);
        offer.OtpauthUri.ShouldBe($"otpauth://totp/Provider%20Portal%3Ajane.doe?secret={offer.Secret}&issuer=Provider%20Portal");
        (await ConfirmAsync(database, actor, "000000")).Refusal<SecondFactorRequired, SecondFactorReady>();
        (await database.SignInAsync("jane.doe")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_set_up_may_take_15_minutes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var actor = await ActorAsync(database);
        var late = await StartAsync(database, actor);
        database.Clock.Advance(new(0, 15, 1));
        (await ConfirmAsync(database, actor, CodeOf(database, late.Secret))).Refusal<SecondFactorRequired, SecondFactorReady>();
        var offer = await StartAsync(database, actor);
        database.Clock.Advance(new(0, 15, 0));
        (await ConfirmAsync(database, actor, CodeOf(database, offer.Secret))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Ten_recovery_codes_are_stored_as_hashes_and_each_signs_in_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (_, codes) = await SetUpAsync(database);
        codes.Distinct().Count().ShouldBe(10);
        (await database.SignInAsync("jane.doe", totp: codes[0].ToLowerInvariant().Replace("-", " "))).Succeeded.ShouldBeTrue();
        (await database.SignInAsync("jane.doe", totp: codes[0])).Refusal<SecondFactorRequired, SessionTokens>();
        (await database.SignInAsync("jane.doe", totp: codes[9])).Succeeded.ShouldBeTrue();
        await using var scope = database.Scope(Actor.Anonymous);
        var stored = await scope.Db.Set<RecoveryCode>().ToListAsync();
        stored.Count(c => c.UsedAt is not null).ShouldBe(2);
        stored.Select(c => c.CodeHash).Intersect(codes).ShouldBeEmpty();
    }

    [Fact]
    public async Task Replacing_or_removing_an_app_needs_a_code_and_wrong_ones_lock_the_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        var actor = await ActorAsync(database);
        var (_, codes) = await SetUpAsync(database, actor);
        await using var scope = database.Scope(actor);
        var desk = scope.Get<SecondFactorDesk>();
        (await desk.StartAsync(null, default)).Refusal<SecondFactorRequired, SecondFactorOffer>().Path.ShouldBe(["currentCode"]);
        (await desk.StartAsync(codes[0], default)).Succeeded.ShouldBeTrue();
        for (var i = 1; i <= 4; i++) (await desk.RemoveAsync("000000", default)).Refusal<SecondFactorRequired, User>();
        (await desk.RemoveAsync("000000", default)).Refusal<UserLocked, User>().MinutesLeft.ShouldBe(15);
        (await desk.RemoveAsync(codes[1], default)).Refusal<UserLocked, User>();
        database.Clock.Advance(TimeSpan.FromMinutes(15));
        (await desk.RemoveAsync(codes[1], default)).Succeeded.ShouldBeTrue();
        (await desk.RemoveAsync(codes[2], default)).Refusal<SecondFactorRequired, User>().IsSetUp.ShouldBeFalse();
        (await database.SignInAsync("jane.doe")).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-23")]
    public async Task Staff_without_an_app_set_one_up_after_the_password_and_cannot_remove_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var user = await Practice.StaffAsync(database, "ana.lyst", StaffRole.ClaimsAnalyst);
        (await database.StaffSignInAsync("ana.lyst")).Refusal<SecondFactorRequired, StaffSession>().IsSetUp.ShouldBeFalse();
        await using var scope = database.Scope(Actor.Anonymous);
        var enrolment = scope.Get<StaffEnrolmentDesk>();
        (await enrolment.StartAsync("ana.lyst", "wrong", null, default)).Refusal<LoginFailed, SecondFactorOffer>();
        var offer = (await enrolment.StartAsync("ana.lyst", Practice.Password, null, default)).Value.ShouldNotBeNull();
        (await enrolment.SetUpAsync("ana.lyst", Practice.Password, "000000", null, default)).Refusal<SecondFactorRequired, SecondFactorReady>();
        (await enrolment.SetUpAsync("ana.lyst", Practice.Password, CodeOf(database, offer.Secret), null, default)).Succeeded.ShouldBeTrue();
        // From now on only the app opens the door, and the password alone sets up no other.
        (await enrolment.StartAsync("ana.lyst", Practice.Password, null, default)).Refusal<SecondFactorRequired, SecondFactorOffer>().IsSetUp.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromSeconds(30));
        (await database.StaffSignInAsync("ana.lyst", CodeOf(database, offer.Secret))).Succeeded.ShouldBeTrue();
        await using var own = database.Scope(new Actor { Kind = ActorKind.Staff, UserId = user.Id, Name = "Ana" });
        (await own.Get<SecondFactorDesk>().RemoveAsync("000000", default)).Refusal<Forbidden, User>();
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> SetUpAsync(TestDatabase database, Actor? actor = null)
    {
        actor ??= await ActorAsync(database);
        var offer = await StartAsync(database, actor);
        return (offer.Secret, (await ConfirmAsync(database, actor, CodeOf(database, offer.Secret))).Value.ShouldNotBeNull().RecoveryCodes);
    }

    private static async Task<Actor> ActorAsync(TestDatabase database)
    {
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        return (await database.ActorAsync((await database.SignInAsync("jane.doe")).Value!.AccessToken)).Value.ShouldNotBeNull();
    }

    private static async Task<SecondFactorOffer> StartAsync(TestDatabase database, Actor actor)
    {
        await using var scope = database.Scope(actor);
        return (await scope.Get<SecondFactorDesk>().StartAsync(null, default)).Value.ShouldNotBeNull();
    }

    private static async Task<Outcome<SecondFactorReady>> ConfirmAsync(TestDatabase database, Actor actor, string code)
    {
        await using var scope = database.Scope(actor);
        return await scope.Get<SecondFactorDesk>().SetUpAsync(code, default);
    }

    private static string CodeOf(TestDatabase database, string secret) => Totp.Code(secret, Totp.StepOf(database.Clock.GetUtcNow()));
}
