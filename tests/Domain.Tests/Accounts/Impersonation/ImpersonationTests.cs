using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Impersonation;

[Requirement("ACC-14")]
public sealed class ImpersonationTests : IAsyncLifetime
{
    private const string Reason = "Cannot find a claim";
    private TestDatabase _database = null!;
    private User _jane = null!, _agent = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _jane = await Practice.UserAsync(_database, "jane.doe", Practice.Account(Market.OH, Market.GA), PortalRole.Billing);
        _agent = await Practice.StaffAsync(_database, "staff.agent", StaffRole.SupportAgent, demo: true);
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Staff_see_as_the_user_sees_under_both_identities_and_the_user_is_told()
    {
        var started = (await StartAsync()).Value.ShouldNotBeNull();
        started.EndsAt.ShouldBe(_database.Clock.GetUtcNow().AddMinutes(30));
        started.ReadOnly.ShouldBeTrue();
        var actor = (await _database.ActorAsync(started.AccessToken)).Value.ShouldNotBeNull();
        (actor.Kind, actor.UserId, actor.ImpersonatorId).ShouldBe((ActorKind.PortalUser, _jane.Id, _agent.Id));
        actor.Permissions.ShouldBe(RoleTable.PermissionsOf(PortalRole.Billing), ignoreOrder: true);
        await using var scope = _database.Scope(actor);
        var banner = (await scope.Get<ImpersonationReads>().BannerAsync(default)).ShouldNotBeNull();
        (banner.StaffName, banner.Ticket, banner.EndsAt, banner.ReadOnly).ShouldBe(("staff.agent", "T-4711", started.EndsAt, true));
        scope.Get<AuditLog>().Read("Claim", 7, null, "summary");
        await scope.Get<AuditLog>().FlushReadsAsync(default);
        var read = await scope.Db.Set<AuditEvent>().AsNoTracking().SingleAsync(e => e.Action == AuditEvent.ReadAction && e.Entity == "Claim");
        (read.ActorId, read.ImpersonatorId).ShouldBe((_jane.Id, _agent.Id));
        var row = await scope.Db.Set<AuditEvent>().AsNoTracking().SingleAsync(e => e.Action == "impersonation.started");
        row.ActorId.ShouldBe(_agent.Id);
        row.After.ShouldNotBeNull().ShouldContain("T-4711");
        row.After.ShouldNotContain(Reason);
        var notice = await _database.LastMailAsync("jane.doe");
        notice.Subject.ShouldBe(MailTemplates.ImpersonationNotice.Subject);
        notice.Text.ShouldNotContain(Reason);
    }

    [Fact]
    public async Task It_ends_after_30_minutes_in_the_midst_of_a_session()
    {
        var started = (await StartAsync()).Value.ShouldNotBeNull();
        _database.Clock.Advance(TimeSpan.FromMinutes(15));
        (await _database.ActorAsync(started.AccessToken)).Succeeded.ShouldBeTrue();
        _database.Clock.Advance(TimeSpan.FromMinutes(15));
        (await _database.ActorAsync(started.AccessToken)).Succeeded.ShouldBeTrue();
        _database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _database.ActorAsync(started.AccessToken)).Refusal<ImpersonationExpired, Actor>();
        (await EndAsync(await AgentAsync())).Refusal<ImpersonationExpired, bool>();
        (await StartAsync()).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("T-1", "too short")]
    [InlineData("T-1", "   blank     ")]
    [InlineData(" ", Reason)]
    public async Task A_ticket_and_ten_characters_of_reason_are_needed(string ticket, string reason) =>
        (await StartAsync(ticket: ticket, reason: reason)).Refusal<ImpersonationReasonRequired, StartedImpersonation>();

    [Fact]
    public async Task Ten_characters_are_enough() => (await StartAsync(reason: "0123456789")).Succeeded.ShouldBeTrue();

    [Fact]
    public async Task Staff_disabled_users_and_a_second_one_at_a_time_are_not_impersonated()
    {
        (await StartAsync(_agent.Id)).Refusal<ImpersonationNotAllowed, StartedImpersonation>();
        (await StartAsync(99999)).Refusal<NotFound, StartedImpersonation>();
        var gone = await Practice.UserAsync(_database, "gone.user", Practice.Account(Market.OH), change: u => u.State = UserState.Disabled);
        (await StartAsync(gone.Id)).Refusal<ImpersonationNotAllowed, StartedImpersonation>();
        (await StartAsync()).Succeeded.ShouldBeTrue();
        (await StartAsync()).Refusal<ImpersonationNotAllowed, StartedImpersonation>().Message.ShouldContain("jane.doe");
        (await EndAsync(await AgentAsync())).Succeeded.ShouldBeTrue();
        (await StartAsync(market: Market.NV)).Refusal<MarketNotEnrolled, StartedImpersonation>().Markets.ShouldBe([Market.OH, Market.GA]);
        (await StartAsync(market: Market.GA)).Value.ShouldNotBeNull().Market.ShouldBe(Market.GA);
    }

    [Fact]
    public async Task Whoever_lacks_the_permission_starts_none_and_loses_one_with_it()
    {
        var analyst = await Practice.StaffAsync(_database, "staff.analyst", StaffRole.ClaimsAnalyst, demo: true);
        (await StartAsync(by: await StaffActorAsync(analyst.Id))).Refusal<Forbidden, StartedImpersonation>();
        (await StartAsync(by: Actor.Anonymous)).Refusal<NotSignedIn, StartedImpersonation>();
        var started = (await StartAsync()).Value.ShouldNotBeNull();
        await using (var scope = _database.Scope(Actor.System("test")))
            await scope.Db.Set<StaffRoleGrant>().Where(r => r.UserId == _agent.Id).ExecuteDeleteAsync();
        (await _database.ActorAsync(started.AccessToken)).Refusal<ImpersonationExpired, Actor>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_ended_from_within_and_from_the_own_session(bool within)
    {
        var started = (await StartAsync()).Value.ShouldNotBeNull();
        var inside = (await _database.ActorAsync(started.AccessToken)).Value.ShouldNotBeNull();
        (await EndAsync(within ? inside : await AgentAsync())).Value.ShouldBeTrue();
        (await _database.ActorAsync(started.AccessToken)).Refusal<ImpersonationExpired, Actor>();
        await using var scope = _database.Scope(Actor.Anonymous);
        (await scope.Db.Set<ImpersonationSession>().AsNoTracking().SingleAsync()).EndedAt.ShouldBe(_database.Clock.GetUtcNow());
        var row = await scope.Db.Set<AuditEvent>().AsNoTracking().SingleAsync(e => e.Action == "impersonation.ended");
        (row.ActorId, row.ImpersonatorId).ShouldBe(within ? (_jane.Id, _agent.Id) : (_agent.Id, (long?)null));
    }

    [Fact]
    public async Task Signing_out_leaves_it_and_lets_another_begin()
    {
        var started = (await StartAsync()).Value.ShouldNotBeNull();
        await using (var scope = _database.Scope((await _database.ActorAsync(started.AccessToken)).Value.ShouldNotBeNull()))
            (await scope.Get<SignInDesk>().SignOutAsync(default)).Value.ShouldBeTrue();
        (await _database.ActorAsync(started.AccessToken)).Refusal<ImpersonationExpired, Actor>();
        (await StartAsync()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task What_only_the_person_may_do_is_refused_even_where_changes_are_allowed()
    {
        var started = (await StartAsync()).Value.ShouldNotBeNull();
        await using var scope = _database.Scope((await _database.ActorAsync(started.AccessToken)).Value.ShouldNotBeNull());
        (await scope.Get<MyAccountDesk>().UpdateAsync(new("X", null, null, null, null), null, default)).Refusal<ImpersonationReadOnly, MyAccount>();
        (await scope.Get<PasswordChangeDesk>().ChangeAsync(Practice.Password, "another-long-secret", default)).Refusal<ImpersonationReadOnly, User>();
        (await scope.Get<SecondFactorDesk>().StartAsync(null, default)).Refusal<ImpersonationReadOnly, SecondFactorOffer>();
        (await scope.Get<TermsDesk>().AcceptAsync("2025-1", default)).Refusal<ImpersonationReadOnly, User>();
    }

    [Fact]
    public async Task Nobody_else_has_a_banner_or_anything_to_end()
    {
        var own = (await _database.ActorAsync((await _database.SignInAsync("jane.doe")).Value!.AccessToken)).Value.ShouldNotBeNull();
        await using var scope = _database.Scope(own);
        (await scope.Get<ImpersonationReads>().BannerAsync(default)).ShouldBeNull();
        (await EndAsync(own)).Refusal<Forbidden, bool>();
        (await EndAsync(Actor.Anonymous)).Refusal<NotSignedIn, bool>();
    }

    private Task<Actor> AgentAsync() => StaffActorAsync(_agent.Id);

    private async Task<Actor> StaffActorAsync(long userId)
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        return (await scope.Get<ActorFactory>().ForUserAsync(userId, null, null, "c-1", default)).Value.ShouldNotBeNull();
    }

    private async Task<Outcome<StartedImpersonation>> StartAsync(long? userId = null, string ticket = "T-4711", string reason = Reason, Market? market = null, Actor? by = null)
    {
        await using var scope = _database.Scope(by ?? await AgentAsync());
        return await scope.Get<ImpersonationDesk>().StartAsync(userId ?? _jane.Id, ticket, reason, market, "10.0.0.1", default);
    }

    private async Task<Outcome<bool>> EndAsync(Actor by)
    {
        await using var scope = _database.Scope(by);
        return await scope.Get<ImpersonationDesk>().EndAsync(default);
    }
}
