using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Tests.Execution;
using Portal.GraphQL.Transport;

namespace Portal.GraphQL.Tests.Transport;

/// <summary>A real server on a free port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app, Uri address) => (_app, Address, Client) = (app, address, new HttpClient { BaseAddress = address });

    public Uri Address { get; }
    public HttpClient Client { get; }
    public IServiceProvider Services => _app.Services;

    public static Task<TestServer> StartAsync(
        HandMadeSchema schema, Action<GraphQLHttpOptions>? configure = null, string pattern = "/graphql", Action<IServiceCollection>? services = null) =>
        StartAsync(collection =>
        {
            foreach (var service in schema.Services)
                collection.Add(service);
            collection.AddSingleton(_ => schema.Build());
            collection.AddGraphQLExecution();
            if (configure is not null)
                collection.Configure(configure);
            services?.Invoke(collection);
        }, pattern);

    /// <param name="services">Registers the GraphQL server.</param>
    /// <param name="use">What goes before the endpoint.</param>
    public static async Task<TestServer> StartAsync(Action<IServiceCollection> services, string pattern = "/graphql", Action<WebApplication>? use = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        services(builder.Services);
        var app = builder.Build();
        use?.Invoke(app);
        app.MapGraphQL(pattern);
        await app.StartAsync();
        return new TestServer(app, new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()));
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? accept = null, string? contentType = "application/json", string path = "/graphql") =>
        PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType, path);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? accept = null, string? contentType = "application/json", string path = "/graphql")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Client.SendAsync(request);
    }

    /// <summary>Sends a GET with parameters, escaped here, and headers.</summary>
    public async Task<HttpResponseMessage> GetAsync(IEnumerable<(string Name, string Value)> parameters, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + string.Join('&', parameters.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
