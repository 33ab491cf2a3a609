using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.GraphQL.Building;
using Portal.GraphQL.Transport;
using Portal.GraphQL.Transport.Explorer;

namespace Portal.GraphQL.Tests.Explorer;

/// <summary>A server with a lock on one field, and an explorer that can sign in and has examples.</summary>
internal sealed class ExplorerServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ExplorerServer(WebApplication app) => _app = app;

    public required Uri Address { get; init; }

    public static async Task<ExplorerServer> StartAsync(Action<ExplorerOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer().AddTypes(typeof(GreetingQueries), typeof(DoorMutations), typeof(BellSubscriptions)).AddExplorer(configure ?? Default);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.Authorization.ToString() is var given && given.StartsWith("Bearer key-", StringComparison.Ordinal))
                context.User = new(new ClaimsIdentity([new(ClaimTypes.Name, given["Bearer key-".Length..])], "key"));
            return next(context);
        });
        app.UseWebSockets();
        app.MapGraphQL();
        await app.StartAsync();
        return new(app) { Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Default(ExplorerOptions options)
    {
        options.Title = "Greetings";
        options.Headers["X-Client"] = "the explorer";
        options.SignIns.Add(new("Guest", "mutation Open($username: String!, $password: String!, $door: Door!) { open(username: $username, password: $password, door: $door) { key errors { message } } }", "open.key"));
        options.AddExample(new("Greetings", "Greet somebody", "By name.", "query Greet($name: String!) {\n  hello(name: $name)\n}\n", "{ \"name\": \"Ada\" }"));
    }
}

/// <summary>Where one can come in.</summary>
public enum Door { Front, Back }

/// <summary>What came of trying a door.</summary>
public sealed record Opening(string? Key, IReadOnlyList<Closed> Errors);

/// <summary>Why the door stayed shut.</summary>
public sealed record Closed(string Message);

[QueryType]
public sealed class GreetingQueries
{
    /// <summary>Says hello to somebody by name.</summary>
    public static string Hello(string name) => $"Hello, {name}";

    /// <summary>Who opened the door.</summary>
    [Authorize]
    public static string? Me(ClaimsPrincipal caller) => caller.Identity?.Name;

}

[MutationType]
public sealed class DoorMutations
{
    /// <summary>Hands out a key to who knows the word.</summary>
    public static Opening Open(string username, string password, Door door) =>
        password == "sesame" ? new($"key-{username}-{door}", []) : new(null, [new("The word is wrong.")]);
}

[SubscriptionType]
public sealed class BellSubscriptions
{
    /// <summary>Rings as often as it is told to.</summary>
    public static async IAsyncEnumerable<int> Rings(int times)
    {
        for (var i = 1; i <= times; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
