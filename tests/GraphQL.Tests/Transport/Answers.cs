using System.Text.Json;

namespace Portal.GraphQL.Tests.Transport;

/// <summary>What an HTTP answer holds.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;

    public static async Task<string> TextAsync(this HttpResponseMessage response) => await response.Content.ReadAsStringAsync();

    /// <summary>The code of the first error; null when there is none.</summary>
    public static async Task<string?> CodeAsync(this HttpResponseMessage response) => Code(await response.JsonAsync());

    public static string? Code(this JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
}
