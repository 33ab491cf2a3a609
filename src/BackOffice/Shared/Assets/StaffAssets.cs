using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Graph.BackOffice.Shared.Assets;

/// <summary>Style sheets, script and icon, carried inside the assembly so that the pages need no files beside it and no CDN.</summary>
public static class StaffAssets
{
    private sealed record Asset(byte[] Content, string MediaType, string Hash);

    private static readonly FrozenDictionary<string, Asset> Assets = new Dictionary<string, string>
    {
        ["theme.css"] = "text/css; charset=utf-8",
        ["staff.css"] = "text/css; charset=utf-8",
        ["chart.css"] = "text/css; charset=utf-8",
        ["staff.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    }.ToFrozenDictionary(pair => pair.Key, pair => Load(pair.Key, pair.Value));

    /// <summary>The address of an asset; it changes with the content, so browsers may keep it for ever.</summary>
    public static string Url(string name) => $"/staff/assets/{name}?v={Assets[name].Hash}";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/staff/assets/{name}", Serve);

    private static IResult Serve(string name, [FromQuery] string? v, HttpResponse response)
    {
        if (!Assets.TryGetValue(name, out var asset)) return Results.NotFound();
        response.Headers.CacheControl = v == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.MediaType, entityTag: new($"\"{asset.Hash}\""));
    }

    private static Asset Load(string name, string mediaType)
    {
        using var stream = typeof(StaffAssets).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not in the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Asset(content, mediaType, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }
}
