using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.Driving;
using Portal.GraphQL.Comparison.Data;

namespace Portal.GraphQL.Comparison.ByHand;

/// <summary>The yardstick: minimal API, ADO.NET with statements prepared once, Utf8JsonWriter into the response.</summary>
internal static class ByHandServer
{
    public static async Task<int> RunAsync(string directory, string url)
    {
        var database = new Database(Path.Combine(directory, "claims.db"));
        var (eligibility, claims, members) = (new EligibilityEndpoint(database), new ClaimsEndpoint(database), new MembersEndpoint(database));
        var submit = new SubmitEndpoint(database, new ClaimWriter(database), TimeProvider.System);
        // What the GraphQL server answered, put here by the driver: the fastest introspection there can be.
        var introspection = new Lazy<byte[]>(() => File.ReadAllBytes(Path.Combine(directory, "introspection.json")));

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, AskedJson.Default));
        await using var app = builder.Build();
        app.MapUsage();
        app.MapPost("/eligibility", (EligibilityAsked asked, HttpResponse response) => Answer.WriteAsync(response, asked, eligibility.Answer));
        app.MapPost("/claims", (ClaimsAsked asked, HttpResponse response) => Answer.WriteAsync(response, asked, claims.Page));
        app.MapPost("/claim", (ClaimAsked asked, HttpResponse response) => Answer.WriteAsync(response, asked, claims.One));
        app.MapPost("/members", (MembersAsked asked, HttpResponse response) => Answer.WriteAsync(response, asked, members.Answer));
        app.MapPost("/submit", (SubmitAsked asked, HttpResponse response) => submit.AnswerAsync(asked, response));
        app.MapPost("/typename", (NothingAsked asked, HttpResponse response) => Answer.WriteAsync(response, asked, static (_, json) => json.WriteString(Names.TypeName, "Query"u8)));
        app.MapPost("/introspection", async (NothingAsked _, HttpResponse response) =>
        {
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = introspection.Value.Length;
            await response.BodyWriter.WriteAsync(introspection.Value);
        });
        await app.RunAsync();
        return 0;
    }
}
