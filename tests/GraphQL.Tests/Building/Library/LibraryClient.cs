using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Building.Library;

/// <summary>Asks the sample: a document in, JSON out.</summary>
public static class LibraryClient
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole answer without extensions.</summary>
    public static async Task<JsonElement> AskAsync(string document, object? variables = null, ClaimsPrincipal? user = null)
    {
        await using var scope = LibrarySchema.Services.CreateAsyncScope();
        var executor = scope.ServiceProvider.GetRequiredService<GraphQLExecutor>();
        var request = new GraphQLRequest(document) { Variables = JsonSerializer.SerializeToElement(variables ?? new { }) };
        using var result = await executor.ExecuteAsync(request, scope.ServiceProvider, user);
        return JsonDocument.Parse(Encoding.UTF8.GetString(result.Utf8.Span)).RootElement;
    }

    /// <summary>The data as text; errors fail the test.</summary>
    public static async Task<string> DataAsync(string document, object? variables = null, ClaimsPrincipal? user = null)
    {
        var answer = await AskAsync(document, variables, user);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return JsonSerializer.Serialize(answer.GetProperty("data"), _plain);
    }

    /// <summary>The code and message of the one error.</summary>
    public static async Task<(string? Code, string Message)> ErrorAsync(string document, object? variables = null)
    {
        var answer = await AskAsync(document, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeTrue(answer.ToString());
        errors.GetArrayLength().ShouldBe(1, errors.ToString());
        return (errors[0].GetProperty("extensions").GetProperty("code").GetString(), errors[0].GetProperty("message").GetString()!);
    }
}
