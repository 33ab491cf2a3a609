using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Host.Hosting;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Hosting;

/// <summary>The real program on a free port, with a database of their own, filled by <see cref="StaffPlan"/>, on a clock that stands still.</summary>
public sealed class BackOfficeHost : IAsyncLifetime
{
    private TestData? _data;
    private WebApplication? _app;

    /// <summary>Command-line configuration beside its own.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
    public TestClock Clock { get; } = new();
    public Uri Address { get; private set; } = null!;
    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        _data = await TestData.CreateAsync();
        _app = PortalHost.Build(
            ["--environment=Development", .. _data.Arguments, "--Files:Scanner:Kind=TestSignature", "--urls=http://127.0.0.1:0", "--RateLimits:Enabled=false", .. Settings],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.AddSingleton(ToyQueue.Registered);
            });
        _app.MapGet("/staff/fault", string () => throw new InvalidOperationException("a fault with a secret"));
        await using (var scope = Scope(Actor.System("test set-up")))
        {
            await StaffPlan.FillAsync(scope.ServiceProvider, Clock.GetUtcNow());
        }
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>A request scope of the actor, to look behind the pages.</summary>
    public AsyncServiceScope Scope(Actor actor)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(actor);
        return scope;
    }

    public StaffClient Client() => new(Address);

    /// <summary>A person of <see cref="StaffPlan"/>, signed in.</summary>
    public async Task<StaffClient> SignedInAsync(string username)
    {
        var client = Client();
        var form = await client.GetAsync("/staff/sign-in");
        var page = await client.SubmitAsync(form, "main form button", ("Form.Username", username), ("Form.Password", StaffPlan.Password));
        page.Address.ShouldBe("/staff");
        return client;
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _data!.DisposeAsync();
    }
}

/// <summary>One host for the tests that share its data and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OneHost : ICollectionFixture<BackOfficeHost>
{
    public const string Name = "staff pages";
}
