using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Testing;

/// <summary>
/// The whole domain on a database of its own: a temporary SQLite file, migrated and with the catalogue's rows. Each
/// <see cref="Scope"/> is one request with its actor.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestDatabase(string directory, TestClock clock, ServiceProvider services) =>
        (Directory, Clock, _services) = (directory, clock, services);

    public string Directory { get; }
    public TestClock Clock { get; }
    public IServiceProvider Services => _services;

    /// <param name="configure">Adds or replaces services before the domain is built.</param>
    /// <param name="settings">Configuration values by their key.</param>
    public static async Task<TestDatabase> CreateAsync(
        Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("portal-test-").FullName;
        var clock = new TestClock();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Directory"] = directory })
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddDomain(configuration);
        configure?.Invoke(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        var database = new TestDatabase(directory, clock, provider);
        await using var scope = database.Scope(Actor.System("test set-up"));
        await scope.Get<PortalDatabase>().MigrateAsync(CancellationToken.None);
        return database;
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
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}

public sealed class TestScope(AsyncServiceScope scope) : IAsyncDisposable
{
    public PortalDb Db => Get<PortalDb>();
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
