using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Channels;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Tests.Execution;
using Portal.GraphQL.Transport;
using Portal.GraphQL.Transport.Connections;

namespace Portal.GraphQL.Tests.Transport.Connections;

/// <summary>A real server whose streams a test feeds.</summary>
internal sealed class ConnectionServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Feed _feed;

    private ConnectionServer(WebApplication app, Feed feed)
    {
        (_app, _feed) = (app, feed);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }
    public HttpClient Http { get; }

    /// <summary>Events of the field <c>fed</c>, to all who follow it.</summary>
    public void Publish(string item) => _feed.Publish(item);

    /// <summary>How many streams of <c>fed</c> and <c>flood</c> are open.</summary>
    public int Followers => _feed.Open;

    /// <summary>How many items <c>flood</c> has given.</summary>
    public int Flooded => _feed.Flooded;

    public async Task FollowersAsync(int count)
    {
        for (var i = 0; Followers != count; i++)
        {
            if (i == 6000) throw new TimeoutException($"{Followers} streams are open, not {count}.");
            await Task.Delay(5);
        }
    }

    public async Task FloodedAsync()
    {
        for (var i = 0; Flooded == 0; i++)
        {
            if (i == 6000) throw new TimeoutException("Nothing was given.");
            await Task.Delay(5);
        }
    }

    public static async Task<ConnectionServer> StartAsync(Action<GraphQLConnectionOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var feed = new Feed();
        var schema = Schema(feed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        foreach (var service in schema.Services) builder.Services.Add(service);
        builder.Services.AddSingleton(_ => schema.Build());
        builder.Services.AddGraphQLExecution();
        builder.Services.AddAuthentication("Token").AddScheme<AuthenticationSchemeOptions, TokenHandler>("Token", null);
        if (configure is not null) builder.Services.Configure(configure);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseWebSockets();
        app.MapGraphQL();
        await app.StartAsync();
        return new(app, feed);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static HandMadeSchema Schema(Feed feed)
    {
        var s = new HandMadeSchema();
        s.Query(
            s.Field("hello", "String", _ => "you"),
            s.Field("who", "String", context => context.User.Identity?.Name),
            s.AsyncField("never", "String", async context =>
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                return null;
            }));
        s.Mutation(s.Field("shout", "String", context => ((string)context.Argument(0)!).ToUpperInvariant(), s.Argument("text", "String!")));
        var mine = s.Stream("mine", "String", context => feed.FollowAsync(context.CancellationToken));
        mine.Authorize = [new AuthorizeAttribute()];
        s.Subscription(
            s.Stream("fed", "String", context => feed.FollowAsync(context.CancellationToken)),
            s.Stream("flood", "String", context => feed.FloodAsync((int)context.Argument(0)!, context.CancellationToken), s.Argument("size", "Int!")),
            s.Stream("count", "Int", context => CountAsync((int)context.Argument(0)!), s.Argument("to", "Int!")),
            mine);
        return s;
    }

    private static async IAsyncEnumerable<object?> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private sealed class Feed
    {
        private readonly Lock _lock = new();
        private readonly List<Channel<object?>> _followers = [];
        private int _open;

        public int Open => Volatile.Read(ref _open);
        public int Flooded;

        public void Publish(string item)
        {
            lock (_lock)
                foreach (var follower in _followers) follower.Writer.TryWrite(item);
        }

        public async IAsyncEnumerable<object?> FollowAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            var channel = Channel.CreateUnbounded<object?>();
            lock (_lock) _followers.Add(channel);
            Interlocked.Increment(ref _open);
            try
            {
                await foreach (var item in channel.Reader.ReadAllAsync(cancellation)) yield return item;
            }
            finally
            {
                lock (_lock) _followers.Remove(channel);
                Interlocked.Decrement(ref _open);
            }
        }

        public async IAsyncEnumerable<object?> FloodAsync(int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            Interlocked.Increment(ref _open);
            try
            {
                var item = new string('x', size);
                while (true)
                {
                    cancellation.ThrowIfCancellationRequested();
                    await Task.Yield();
                    Interlocked.Increment(ref Flooded);
                    yield return item;
                }
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }

    /// <summary>The token is the user's name; <c>bad</c> is none, <c>brief</c> ends soon.</summary>
    private sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TimeProvider time)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers.Authorization.ToString() is not { Length: > 7 } header) return Task.FromResult(AuthenticateResult.NoResult());
            var name = header["Bearer ".Length..];
            if (name == "bad") return Task.FromResult(AuthenticateResult.Fail("bad"));
            var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], Scheme.Name));
            var properties = new AuthenticationProperties { ExpiresUtc = name == "brief" ? time.GetUtcNow().AddSeconds(3) : null };
            return Task.FromResult(AuthenticateResult.Success(new(user, properties, Scheme.Name)));
        }
    }
}
