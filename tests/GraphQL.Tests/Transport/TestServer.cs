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

    private TestServer(WebApplication app) => _app = app;

    public HttpClient Client { get; private init; } = new();

    public static async Task<TestServer> StartAsync(HandMadeSchema schema, Action<GraphQLHttpOptions>? configure = null, string pattern = "/graphql")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        foreach (var service in schema.Services)
            builder.Services.Add(service);
        builder.Services.AddSingleton(_ => schema.Build());
        builder.Services.AddGraphQLExecution();
        if (configure is not null)
            builder.Services.Configure(configure);
        var app = builder.Build();
        app.MapGraphQL(pattern);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new TestServer(app) { Client = new HttpClient { BaseAddress = new Uri(address) } };
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

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
