using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Portal.GraphQL.Transport;

/// <summary>Content negotiation of the GraphQL over HTTP draft.</summary>
internal static class MediaTypes
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>The media type to answer in; null when the client takes none that there is. Without a wish it is plain JSON, as the draft has it for old clients.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || (header.Count == 1 && header[0] is null or "" or "*/*" or Json))
            return Json;
        if (header.Count == 1 && header[0] == GraphQLResponse)
            return GraphQLResponse;
        if (!MediaTypeHeaderValue.TryParseList(header, out var wishes))
            return null;
        var best = (Type: (string?)null, Quality: 0.0);
        // Of equal wishes the first wins; a named type counts before a wildcard.
        foreach (var wish in wishes.OrderBy(w => w.MatchesAllTypes ? 2 : w.MatchesAllSubTypes ? 1 : 0))
        {
            var type = wish.MatchesAllTypes || wish.MatchesAllSubTypes && wish.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? Json
                : wish.MediaType.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase) ? GraphQLResponse
                : wish.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) ? Json
                : null;
            var acceptsUtf8 = !wish.Charset.HasValue || wish.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
            if (type is not null && acceptsUtf8 && (wish.Quality ?? 1) > best.Quality)
                best = (type, wish.Quality ?? 1);
        }
        return best.Type;
    }

    /// <summary>Whether a body is JSON in UTF-8, as far as its header tells.</summary>
    public static bool IsJson(string? contentType)
    {
        if (contentType is Json)
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    public static bool WantsHtml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wishes)
        && wishes.Any(w => w.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && (w.Quality ?? 1) > 0);
}
