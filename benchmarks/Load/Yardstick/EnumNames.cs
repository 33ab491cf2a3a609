using System.Collections.Concurrent;
using System.Text.Json;

namespace Portal.Graph.Load.Yardstick;

/// <summary>Stored names as the API writes them: <c>InProcess</c> is <c>IN_PROCESS</c>.</summary>
internal static class EnumNames
{
    private static readonly ConcurrentDictionary<string, string> Known = new();

    public static string Of(string stored) => Known.GetOrAdd(stored, JsonNamingPolicy.SnakeCaseUpper.ConvertName);
}

/// <summary>A request that the yardstick has no answer for; the load run sends none.</summary>
internal sealed class BadHttpRequest(string field) : Exception($"{field} is not as the load run sends it.");
