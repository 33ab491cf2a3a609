using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Testing;

/// <summary>The real program on a free port, with a data directory and a clock of its own.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestData _data;
    private readonly bool _isOwner;

    private TestPortal(WebApplication app, TestData data, TestClock clock, bool isOwner = true)
    {
        (_app, _data, Clock, _isOwner) = (app, data, clock, isOwner);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }
    public string Directory => _data.Directory;
    public TestClock Clock { get; }
    public IServiceProvider Services => _app.Services;

    /// <param name="demo">Whether the demo plan is there; without it only what the catalogue itself defines is.</param>
    /// <param name="settings">Command-line configuration, such as <c>--Auth:StaffSecondFactor=true</c>.</param>
    /// <param name="services">Adds or replaces services.</param>
    public static async Task<TestPortal> StartAsync(bool demo = true, string[]? settings = null, Action<IServiceCollection>? services = null)
    {
        var clock = new TestClock();
        var data = await TestData.CreateAsync(demo);
        var app = Build(data, clock, settings ?? [], services);
        await app.StartAsync();
        return new(app, data, clock);
    }

    /// <summary>The program on a store that is there already, on the clock of the portal that it came from.</summary>
    public async Task<TestPortal> StartOnAsync(string directory)
    {
        var data = TestData.Of(directory);
        var app = Build(data, Clock, [], null);
        await app.StartAsync();
        return new(app, data, Clock);
    }

    /// <summary>Another process, as good as: a second host on the same data, keys and clock; stop it before the first.</summary>
    public async Task<TestPortal> AnotherAsync(string[]? settings = null, Action<IServiceCollection>? services = null)
    {
        var app = Build(_data, Clock, settings ?? [], services);
        await app.StartAsync();
        return new(app, _data, Clock, isOwner: false);
    }

    private static WebApplication Build(TestData data, TestClock clock, string[] settings, Action<IServiceCollection>? services) =>
        PortalHost.Build([.. data.Arguments, "--urls=http://127.0.0.1:0", "--RateLimits:Enabled=false", .. settings], builder =>
        {
            builder.Environment.EnvironmentName = "Testing";
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
            services?.Invoke(builder.Services);
        });

    /// <summary>A client of the API that nobody is signed in to.</summary>
    public ApiClient Anonymous() => new(new HttpClient { BaseAddress = Address }, null);

    /// <summary>A client of the API in a session of the user's.</summary>
    public Task<ApiClient> SignInAsync(string username, Market market = Market.OH, string password = DemoCast.Password) =>
        ApiClient.SignInAsync(new HttpClient { BaseAddress = Address }, username, market, password);

    /// <summary>Uses the domain as an actor does, without HTTP: to arrange what a test is not about.</summary>
    public async Task<T> AsAsync<T>(Actor actor, Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(actor);
        return await use(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_isOwner) await _data.DisposeAsync();
    }
}
