using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

/// <summary>A database with staff, a provider and items in queues.</summary>
internal sealed class WorkBench(TestDatabase database) : IAsyncDisposable
{
    public const string Pend = "Q-CLAIM-PEND";

    public TestDatabase Database => database;
    public TestClock Clock => database.Clock;

    public static async Task<WorkBench> CreateAsync(Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? configure = null) =>
        new(await TestDatabase.CreateAsync(configure));

    public static Actor Staff(long id, params Permission[] permissions) => new()
    {
        Kind = ActorKind.Staff, UserId = id, Name = $"Analyst {id}", Permissions = [.. permissions],
    };

    public static Actor Analyst(long id) => Staff(id, Permission.StaffClaimsDecide);
    public static Actor Supervisor(long id) => Staff(id, Permission.StaffClaimsDecide, Permission.StaffSupervise);

    public static Actor Biller(long accountId) => new()
    {
        Kind = ActorKind.PortalUser, UserId = 900, Name = "Bea Biller", Market = Market.OH, AccountIds = [accountId], DefaultAccountId = accountId,
        Permissions = [Permission.ClaimsSubmit, Permission.ClaimsRead],
    };

    public async Task<User> HireAsync(string username, params StaffRole[] roles)
    {
        var user = new User { UserName = username, NormalizedUserName = username.ToUpperInvariant(), DisplayName = username, Kind = UserKind.Staff };
        foreach (var role in roles) user.Grant(role, null, Clock.GetUtcNow());
        await database.AddAsync(user);
        return user;
    }

    public async Task<ProviderAccount> ProviderAsync(string name = "Blue River Clinic", string npi = "1234567893", string id = "400000000001")
    {
        var account = new ProviderAccount { Name = name, TaxId = "123456789", CareSourceProviderId = id, Npi = npi };
        await database.AddAsync(account);
        return account;
    }

    public async Task<WorkItem> ItemAsync(
        string number = "C1", string queue = Pend, Market market = Market.OH, DateTimeOffset? due = null, DateTimeOffset? received = null, long? account = null,
        int priority = 0, string subject = "Claim", long subjectId = 7)
    {
        var item = WorkItem.Open(queue, subject, subjectId, market, received ?? Clock.GetUtcNow(), due ?? Clock.GetUtcNow().AddDays(30), "high charge", number, Lob.Medicaid, account, priority);
        await database.AddAsync(item);
        return item;
    }

    /// <summary>One request of the actor.</summary>
    public async Task<TResult> AsAsync<TService, TResult>(Actor actor, Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = database.Scope(actor);
        return await use(scope.Get<TService>());
    }

    public Task<Outcome<WorkItem>> DoAsync(Actor actor, Func<WorkDesk, Task<Outcome<WorkItem>>> use) => AsAsync(actor, use);

    public async Task<WorkItem> ReadAsync(long id, Actor? actor = null) =>
        (await AsAsync<WorkReads, WorkItem?>(actor ?? Supervisor(99), reads => reads.RecordAsync(id, default))).ShouldNotBeNull();

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

internal static class OutcomeExpectations
{
    public static T ShouldRefuse<T>(this Outcome<WorkItem> outcome) where T : Refusal => outcome.Refusals.ShouldHaveSingleItem().ShouldBeOfType<T>();

    public static T ShouldGive<T>(this Outcome<T> outcome) where T : class =>
        outcome.Value.ShouldNotBeNull(string.Join("; ", outcome.Refusals.Select(r => r.Message)));
}
