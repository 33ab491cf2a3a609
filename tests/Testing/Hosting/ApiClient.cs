using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform;

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

    /// <summary>A client in a session of the user's.</summary>
    public static async Task<ApiClient> SignInAsync(HttpClient http, string username, Market market = Market.OH, string password = DemoCast.Password)
    {
        var answer = await new ApiClient(http, null).SendAsync(
            "mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken } errors { ... on Error { code message } } } }",
            new { input = new { username, password, market = market.ToString() } });
        var session = answer.Data("signIn").GetProperty("session");
        return session.ValueKind is JsonValueKind.Null
            ? throw new InvalidOperationException($"{username} could not sign in: {answer.Text}")
            : new(http, session.GetProperty("accessToken").GetString());
    }

    /// <summary>Sends a document; its answer is given as it came, errors included.</summary>
    public async Task<ApiAnswer> SendAsync(string query, object? variables = null)
    {
        using var response = await _http.PostAsJsonAsync("/graphql", new { query, variables });
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
