using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Portal.Graph.Testing;

/// <summary>A client of <c>/graphql</c>, with or without a session.</summary>
public sealed class ApiClient
{
    private readonly HttpClient _http;

    public ApiClient(HttpClient http, string? token)
    {
        _http = http;
        Token = token;
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public string? Token { get; }

    /// <summary>Sends a document; its answer is given as it came, errors included.</summary>
    public async Task<ApiAnswer> SendAsync(string query, object? variables = null)
    {
        using var response = await _http.PostAsJsonAsync("/graphql", new { query, variables });
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
