using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Links;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Links;

/// <summary>Jane administers a practice of her own and links Blue River Family Practice, which Bob administers.</summary>
[Requirement("ACC-11")]
public sealed class LinkTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ProviderAccount _blueRiver = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _blueRiver = Registrations.BlueRiver();
        await Practice.UserAsync(_database, "bob.admin", _blueRiver);
        await Practice.UserAsync(_database, "jane.doe", Practice.Account(Market.OH));
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task The_four_proofs_link_an_account_at_once_and_its_administrator_is_told()
    {
        var session = (await _database.SignInAsync("jane.doe")).Value.ShouldNotBeNull();
        (await _database.ActorAsync(session.AccessToken)).Value!.AccountIds.ShouldNotContain(_blueRiver.Id);
        var link = (await LinkAsync()).Value.ShouldNotBeNull();
        (await _database.ActorAsync(session.AccessToken)).Value!.AccountIds.ShouldContain(_blueRiver.Id);
        var mail = await _database.LastMailAsync("bob.admin");
        mail.Subject.ShouldBe(MailTemplates.AccountLinked.Subject);
        mail.Text.ShouldContain("jane.doe");
        var row = (await AuditAsync("account.linked")).ShouldHaveSingleItem();
        (row.EntityId, row.ActorId).ShouldBe((link.Id, link.UserId));
        (await LinkAsync()).Refusal<AlreadyLinked, AccountLink>();
    }

    [Fact]
    public async Task The_own_account_is_linked_already() => (await LinkAsync("bob.admin")).Refusal<AlreadyLinked, AccountLink>();

    [Fact]
    public async Task Tries_that_match_nothing_count_with_those_of_registrations_and_lock()
    {
        for (var i = 0; i < 5; i++) (await LinkAsync(proofs: Registrations.Wrong)).Refusal<RegistrationNoMatch, AccountLink>();
        (await LinkAsync()).Refusal<RegistrationLocked, AccountLink>();
        (await _database.VerifyAsync(Registrations.Right, "10.9.9.9")).Refusal<RegistrationLocked, ProvedRegistration>();
        _database.Clock.Advance(new(0, 15, 0));
        (await LinkAsync()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Malformed_proofs_are_told_field_by_field_and_count_as_no_try()
    {
        var refused = await LinkAsync(proofs: new("", "1", "2", "3"));
        refused.Refusals.Select(r => r.Path![0]).ShouldBe(["providerName", "taxId", "careSourceProviderId", "zip"]);
        await using var scope = _database.Scope(Actor.Anonymous);
        (await scope.Db.Set<Domain.Accounts.Registration.Registration>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_ended_the_own_link_may_link_again()
    {
        var link = (await LinkAsync()).Value.ShouldNotBeNull();
        (await UnlinkAsync(link.Id, "jane.doe")).Value.ShouldNotBeNull().State.ShouldBe(LinkState.Revoked);
        (await ActorAsync("jane.doe")).AccountIds.ShouldNotContain(_blueRiver.Id);
        (await UnlinkAsync(link.Id, "jane.doe")).Refusal<InvalidStateTransition, AccountLink>();
        (await LinkAsync()).Value.ShouldNotBeNull().Id.ShouldBe(link.Id);
        (await ActorAsync("jane.doe")).AccountIds.ShouldContain(_blueRiver.Id);
    }

    [Fact]
    public async Task An_administrator_of_the_linked_account_takes_it_back_for_good()
    {
        var link = (await LinkAsync()).Value.ShouldNotBeNull();
        var session = (await _database.SignInAsync("jane.doe")).Value.ShouldNotBeNull();
        (await _database.ActorAsync(session.AccessToken)).Value!.AccountIds.ShouldContain(_blueRiver.Id);
        await using (var scope = _database.Scope(await ActorAsync("bob.admin")))
            (await scope.Get<LinkReads>().ToManaged(LinkState.Active).PageAsync(1, 10, default)).Rows.ShouldHaveSingleItem().User!.UserName.ShouldBe("jane.doe");
        (await UnlinkAsync(link.Id, "bob.admin")).Succeeded.ShouldBeTrue();
        (await _database.ActorAsync(session.AccessToken)).Value!.AccountIds.ShouldNotContain(_blueRiver.Id);
        (await LinkAsync()).Refusal<LinkTakenBack, AccountLink>();
        (await AuditAsync("account.unlinked")).ShouldHaveSingleItem().EntityId.ShouldBe(link.Id);
    }

    [Fact]
    public async Task Strangers_neither_see_nor_end_a_link_and_a_link_gives_no_say_over_users()
    {
        await Practice.UserAsync(_database, "stranger", Practice.Account(Market.OH));
        var link = (await LinkAsync()).Value.ShouldNotBeNull();
        (await UnlinkAsync(link.Id, "stranger")).Refusal<NotFound, AccountLink>();
        await using var scope = _database.Scope(await ActorAsync("jane.doe"));
        (await scope.Get<LinkReads>().ToManaged(null).PageAsync(1, 10, default)).Total.ShouldBe(0);
        (await scope.Get<Domain.Accounts.Team.TeamReads>().Users(new()).PageAsync(1, 10, default)).Rows.ShouldHaveSingleItem().UserName.ShouldBe("jane.doe");
    }

    [Fact]
    public async Task The_two_hundredth_link_is_made_and_the_next_refused()
    {
        var jane = (await ActorAsync("jane.doe")).UserId!.Value;
        await using (var scope = _database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            var user = await scope.Db.Set<User>().SingleAsync(u => u.Id == jane);
            for (var i = 0; i < 199; i++) scope.Db.Add(new AccountLink { User = user, Account = Practice.Account(), LinkedAt = _database.Clock.GetUtcNow() });
            await write.CommitAsync(default);
        }
        (await LinkAsync()).Succeeded.ShouldBeTrue();
        (await LinkAsync()).Refusal<LinkLimit, AccountLink>().Limit.ShouldBe(200);
    }

    [Fact]
    public async Task Only_who_may_link_accounts_does()
    {
        await Practice.UserAsync(_database, "a.biller", Practice.Account(Market.OH), PortalRole.Billing);
        (await LinkAsync("a.biller")).Refusal<Forbidden, AccountLink>();
        var link = (await LinkAsync()).Value.ShouldNotBeNull();
        (await UnlinkAsync(link.Id, "a.biller")).Refusal<Forbidden, AccountLink>();
    }

    private async Task<Actor> ActorAsync(string username) =>
        (await _database.ActorAsync((await _database.SignInAsync(username)).Value.ShouldNotBeNull().AccessToken)).Value.ShouldNotBeNull();

    private async Task<Outcome<AccountLink>> LinkAsync(string username = "jane.doe", ProviderProofs? proofs = null)
    {
        await using var scope = _database.Scope(await ActorAsync(username));
        return await scope.Get<LinkDesk>().LinkAsync(proofs ?? Registrations.Right, "10.0.0.1", default);
    }

    private async Task<Outcome<AccountLink>> UnlinkAsync(long id, string username)
    {
        await using var scope = _database.Scope(await ActorAsync(username));
        return await scope.Get<LinkDesk>().UnlinkAsync(id, default);
    }

    private async Task<List<AuditEvent>> AuditAsync(string action)
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        return await scope.Db.Set<AuditEvent>().AsNoTracking().Where(e => e.Action == action).ToListAsync();
    }
}
