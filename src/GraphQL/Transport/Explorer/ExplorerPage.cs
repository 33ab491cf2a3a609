using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Portal.GraphQL.Transport.Explorer;

/// <summary>
/// The page that a browser gets at the GraphQL address: GraphiQL when the build had Node to bundle it, else a plain page.
/// Its files come from this assembly, nothing from elsewhere, under a policy that allows no other script.
/// </summary>
internal sealed class ExplorerPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly string _html;

    private ExplorerPage(string name, ExplorerOptions options)
    {
        Assets = [Asset($"{name}.css"), Asset($"{name}.js")];
        var settings = JsonSerializer.Serialize(
            new { options.Title, options.Headers, options.Examples, options.SignIns }, new JsonSerializerOptions(JsonSerializerDefaults.Web));
        _html = Assets.Aggregate(Encoding.UTF8.GetString(Asset($"{name}.html").Content), (html, asset) => html.Replace($"/{asset.Name}", $"/{asset.Address}", StringComparison.Ordinal))
            .Replace("{title}", WebUtility.HtmlEncode(options.Title), StringComparison.Ordinal)
            .Replace("{settings}", WebUtility.HtmlEncode(settings), StringComparison.Ordinal);
    }

    public IReadOnlyList<ExplorerAsset> Assets { get; }

    /// <summary>Whether this assembly has GraphiQL.</summary>
    public static bool HasGraphiQL { get; } = ExplorerAsset.Find("graphiql.js") is not null;

    public static ExplorerPage Create(ExplorerOptions options) => new(HasGraphiQL ? "graphiql" : "explorer", options);

    /// <summary>The page that needs no bundle.</summary>
    public static ExplorerPage CreatePlain(ExplorerOptions options) => new("explorer", options);

    public async Task SendAsync(HttpContext context)
    {
        var address = context.Request.PathBase.Add(context.Request.Path).ToUriComponent().TrimEnd('/');
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var content = Encoding.UTF8.GetBytes(_html.Replace("{nonce}", nonce, StringComparison.Ordinal).Replace("{address}", WebUtility.HtmlEncode(address), StringComparison.Ordinal));
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = content.Length;
        response.Headers.ContentSecurityPolicy = Policy.Replace("{nonce}", nonce, StringComparison.Ordinal);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept";
        await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static ExplorerAsset Asset(string name) => ExplorerAsset.Find(name) ?? throw new InvalidOperationException($"The assembly has no {name}.");
}
