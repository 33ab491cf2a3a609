using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Testing;

/// <summary>
/// The whole domain on <see cref="TestData"/> of its own, migrated and with the catalogue's rows. Each <see cref="Scope"/> is one request
/// with its actor.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestData _data;

    private TestDatabase(TestData data, TestClock clock, ServiceProvider services) => (_data, Clock, _services) = (data, clock, services);

    public string Directory => _data.Directory;
    public TestClock Clock { get; }
    public IServiceProvider Services => _services;

    /// <param name="configure">Adds or replaces services before the domain is built.</param>
    /// <param name="settings">Configuration values by their key.</param>
    public static async Task<TestDatabase> CreateAsync(
        Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var data = await TestData.CreateAsync();
        var clock = new TestClock();
        return new TestDatabase(data, clock, Build(data.Settings.Concat(settings ?? new Dictionary<string, string?>()), clock, configure));
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
        await _data.DisposeAsync();
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
