using Microsoft.AspNetCore.Http.Extensions;

namespace Portal.Graph.BackOffice.Shared.Lists;

/// <summary>The current address with some parts of its query changed: how pager, sort heads and filter chips keep the rest.</summary>
public static class Address
{
    public static string With(HttpRequest request, params (string Key, string? Value)[] changes)
    {
        var query = new QueryBuilder(
            from pair in request.Query
            where !changes.Any(change => string.Equals(change.Key, pair.Key, StringComparison.OrdinalIgnoreCase))
            from value in pair.Value
            where !string.IsNullOrEmpty(value)
            select KeyValuePair.Create(pair.Key, value!));
        foreach (var (key, value) in changes)
            if (!string.IsNullOrEmpty(value)) query.Add(key, value);
        return $"{request.PathBase}{request.Path}{query.ToQueryString()}";
    }
}
