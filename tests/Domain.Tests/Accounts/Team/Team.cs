using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Team;

/// <summary>A practice with its administrator, who acts as a request would: by an access token.</summary>
internal sealed class Team(TestDatabase database, ProviderAccount account) : IAsyncDisposable
{
    public TestDatabase Database => database;
    public ProviderAccount Account => account;

    public static async Task<Team> CreateAsync(Participation participation = Participation.Par)
    {
        var database = await TestDatabase.CreateAsync();
        var account = new ProviderAccount { Name = "Blue River Family Practice", TaxId = "123456789", CareSourceProviderId = "100000000123", Npi = "1234567893", Participation = participation };
        account.Enroll(Market.OH, Lob.Medicaid, new(2020, 1, 1));
        await Practice.UserAsync(database, "the.admin", account);
        return new(database, account);
    }

    public async Task<Actor> ActorAsync(string username = "the.admin") =>
        (await database.ActorAsync((await database.SignInAsync(username)).Value.ShouldNotBeNull().AccessToken)).Value.ShouldNotBeNull();

    public async Task<Outcome<T>> AsAsync<TDesk, T>(Actor actor, Func<TDesk, Task<Outcome<T>>> use) where TDesk : notnull
    {
        await using var scope = database.Scope(actor);
        return await use(scope.Get<TDesk>());
    }

    public async Task<Outcome<User>> InviteAsync(string username = "jane.doe", string by = "the.admin", MembershipRole role = MembershipRole.User, params string[] permissions) =>
        await AsAsync<InvitationDesk, User>(await ActorAsync(by), d => d.InviteAsync(new("Jane Doe", username, $"{username}@example.org", role, permissions, null), null, default));

    public Task<Outcome<User>> AcceptAsync(string token, string? username = null, string password = Practice.Password) =>
        AsAsync<InvitationDesk, User>(Actor.Anonymous, d => d.AcceptAsync(token, username, password, default));

    public async Task AcceptTermsAsync(string username)
    {
        await using var scope = database.Scope(await ActorAsync(username));
        (await scope.Get<TermsDesk>().AcceptAsync("2025-1", default)).Succeeded.ShouldBeTrue();
    }

    public async Task<Outcome<User>> SetStateAsync(long userId, UserState state, string by = "the.admin") =>
        await AsAsync<TeamDesk, User>(await ActorAsync(by), d => d.SetStateAsync(userId, state, default));

    public async Task<Outcome<User>> SetPermissionsAsync(long userId, MembershipRole role, string by = "the.admin", int? version = null, params string[] permissions)
    {
        var membership = await MembershipAsync(userId);
        return await AsAsync<TeamDesk, User>(await ActorAsync(by), d => d.UpdatePermissionsAsync(new(userId, null, role, permissions, version ?? membership.Version), default));
    }

    public async Task<Membership> MembershipAsync(long userId)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        return await scope.Db.Set<Membership>().AsNoTracking().Include(m => m.Grants).SingleAsync(m => m.UserId == userId && m.AccountId == account.Id);
    }

    public async Task<User> UserAsync(string username)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        var name = username.ToUpperInvariant();
        return await scope.Db.Set<User>().AsNoTracking().SingleAsync(u => u.NormalizedUserName == name);
    }

    public async Task<IReadOnlyList<AuditEvent>> AuditAsync(string action)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        return await scope.Db.Set<AuditEvent>().AsNoTracking().Where(e => e.Action == action).OrderBy(e => e.Seq).ToListAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
