using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.GraphQL.Transport.Explorer;

/// <summary>A page to write queries in: three files from this assembly, nothing from elsewhere, under a policy that allows no other script.</summary>
internal static class ExplorerPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly ConcurrentDictionary<string, byte[]> Files = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Assets { get; } = ["explorer.js", "explorer.css"];

    public static async Task SendAsync(HttpContext context, string file)
    {
        var content = Files.GetOrAdd(file, Read);
        if (file == "explorer.html")
        {
            var address = context.Request.PathBase.Add(context.Request.Path).ToUriComponent().TrimEnd('/');
            content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("{address}", System.Net.WebUtility.HtmlEncode(address), StringComparison.Ordinal));
        }
        var response = context.Response;
        response.ContentType = file[^3..] switch
        {
            ".js" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
        response.ContentLength = content.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static byte[] Read(string file)
    {
        using var stream = typeof(ExplorerPage).Assembly.GetManifestResourceStream($"Portal.GraphQL.Explorer.{file}")
            ?? throw new InvalidOperationException($"The assembly has no {file}.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
