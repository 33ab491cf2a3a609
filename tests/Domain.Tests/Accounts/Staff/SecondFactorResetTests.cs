using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Staff;

[Requirement("ACC-05", "ACC-23")]
public sealed class SecondFactorResetTests : IAsyncLifetime
{
    private static readonly Actor Support = Staff(999, Permission.StaffSupport), Manager = Staff(999, Permission.StaffUsersManage);
    private TestDatabase _database = null!;
    private User _ana = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ana = await Practice.StaffAsync(_database, "ana.lyst", StaffRole.ClaimsAnalyst);
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Who_lost_the_app_and_the_codes_sets_up_another_after_the_reset()
    {
        var (secret, codes) = await SetUpAsync();
        _database.Clock.Advance(TimeSpan.FromSeconds(30));
        var session = (await _database.StaffSignInAsync("ana.lyst", CodeOf(secret))).Value.ShouldNotBeNull();
        (await ResetAsync(Manager, "Called back on her desk phone")).Value.ShouldNotBeNull().TotpSecret.ShouldBeNull();

        (await _database.StaffSignInAsync("ana.lyst", codes[0])).Refusal<SecondFactorRequired, StaffSession>().IsSetUp.ShouldBeFalse();
        await using (var check = _database.Scope(Actor.System("test")))
            (await check.Db.Set<Session>().SingleAsync(s => s.Id == session.SessionId)).EndedAt.ShouldNotBeNull();
        (await new Mailbox(_database.Services).LastToAsync("ana.lyst@plan.example")).Subject.ShouldBe("Your authenticator app was reset");
        await using (var scope = _database.Scope(Manager))
            (await scope.Get<StaffUserReads>().DecisionsAsync(_ana.Id, default)).ShouldHaveSingleItem().Kind.ShouldBe(UserDecisionKind.SecondFactor);
        var (other, _) = await SetUpAsync();
        other.ShouldNotBe(secret);
        // There is one to take back again.
        (await ResetAsync(Manager, "Lost it again")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_for_others_with_a_reason_and_where_there_is_an_app()
    {
        (await ResetAsync(Manager, "Called back")).Refusal<InvalidStateTransition, User>();
        var (secret, _) = await SetUpAsync();
        (await ResetAsync(Manager, " ")).Refusal<DecisionReasonRequired, User>().Path.ShouldBe(["reason"]);
        (await ResetAsync(Manager, new string('x', 501))).Refusal<InvalidFormat, User>().Path.ShouldBe(["reason"]);
        (await ResetAsync(Support, "Called back")).Refusal<NotFound, User>();
        (await ResetAsync(Staff(999, Permission.StaffPrivacy), "Called back")).Refusal<Forbidden, User>();
        (await ResetAsync(Staff(_ana.Id, Permission.StaffUsersManage), "I lost it")).Refusal<SelfGrantForbidden, User>();
        _database.Clock.Advance(TimeSpan.FromSeconds(30));
        (await _database.StaffSignInAsync("ana.lyst", CodeOf(secret))).Succeeded.ShouldBeTrue();
        (await ResetAsync(Manager, new string('x', 500))).Succeeded.ShouldBeTrue();
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> SetUpAsync()
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        var enrolment = scope.Get<StaffEnrolmentDesk>();
        var offer = (await enrolment.StartAsync("ana.lyst", Practice.Password, null, default)).Value.ShouldNotBeNull();
        var ready = await enrolment.SetUpAsync("ana.lyst", Practice.Password, CodeOf(offer.Secret), null, default);
        return (offer.Secret, ready.Value.ShouldNotBeNull().RecoveryCodes);
    }

    private async Task<Outcome<User>> ResetAsync(Actor by, string reason)
    {
        await using var scope = _database.Scope(by);
        return await scope.Get<SecondFactorResetDesk>().ResetAsync(_ana.Id, reason, default);
    }

    private string CodeOf(string secret) => Totp.Code(secret, Totp.StepOf(_database.Clock.GetUtcNow()));

    private static Actor Staff(long id, params Permission[] permissions) => new() { Kind = ActorKind.Staff, UserId = id, Name = "staff", Permissions = [.. permissions] };
}
