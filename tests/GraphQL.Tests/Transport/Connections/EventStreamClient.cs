using System.Net;
using System.Text;
using System.Text.Json;

namespace Portal.GraphQL.Tests.Transport.Connections;

/// <summary>An event stream, line for line.</summary>
internal sealed class EventStreamClient : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventStreamClient(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body, Encoding.UTF8));

    public HttpStatusCode Status => _response.StatusCode;
    public HttpResponseMessage Response => _response;

    /// <summary>How many comments came so far.</summary>
    public int Comments { get; private set; }

    public static async Task<EventStreamClient> OpenAsync(HttpClient http, string query, string accept = "text/event-stream", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(TimeSpan.FromSeconds(30));
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event and its data; null at the end of the stream.</summary>
    public async Task<(string Event, string Data)?> NextAsync()
    {
        var (name, data) = ("", "");
        while (await _lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.StartsWith(':')) Comments++;
            else if (line.StartsWith("event: ")) name = line[7..];
            else if (line.StartsWith("data: ")) data = line[6..];
            else if (line.Length == 0 && name.Length > 0) return (name, data);
        }
        return null;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
