using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Testing;

/// <summary>
/// The whole domain on a database of its own, migrated and with the catalogue's rows: a temporary SQLite file or, when
/// <c>PORTAL_TEST_POSTGRES</c> holds the connection string of a server (tests/postgres.sh), a PostgreSQL database. Each
/// <see cref="Scope"/> is one request with its actor.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DatabaseTemplate _template;

    private TestDatabase(string directory, TestClock clock, ServiceProvider services, DatabaseTemplate template) =>
        (Directory, Clock, _services, _template) = (directory, clock, services, template);

    public string Directory { get; }
    public TestClock Clock { get; }
    public IServiceProvider Services => _services;

    /// <param name="configure">Adds or replaces services before the domain is built.</param>
    /// <param name="settings">Configuration values by their key.</param>
    public static async Task<TestDatabase> CreateAsync(
        Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var template = await DatabaseTemplate.OfAsync(DatabaseTemplate.PostgresServer);
        var directory = System.IO.Directory.CreateTempSubdirectory("portal-test-").FullName;
        var placed = await template.CopyAsync(directory);
        var clock = new TestClock();
        var services = Build(placed.Concat(settings ?? new Dictionary<string, string?>()), clock, configure);
        return new TestDatabase(directory, clock, services, template);
    }

    /// <summary>One request of the actor.</summary>
    public TestScope Scope(Actor actor)
    {
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(actor);
        return new(scope);
    }

    /// <summary>Saves the given records as the system, in one write.</summary>
    public async Task AddAsync(params object[] entities)
    {
        await using var scope = Scope(Actor.System("test data"));
        await using var write = await scope.Db.BeginWriteAsync(CancellationToken.None);
        scope.Db.AddRange(entities);
        await write.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        var connectionString = _services.GetRequiredService<PortalStorage>().ConnectionString;
        await _services.DisposeAsync();
        await _template.DropAsync(connectionString);
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    internal static ServiceProvider Build(
        IEnumerable<KeyValuePair<string, string?>> settings, TestClock clock, Action<IServiceCollection>? configure = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddDomain(configuration);
        configure?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }
}

public sealed class TestScope(AsyncServiceScope scope) : IAsyncDisposable
{
    public PortalDb Db => Get<PortalDb>();
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
