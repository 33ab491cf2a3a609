using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Graph.Domain.Claims.Forms;

/// <summary>How forms and other-payer data are stored.</summary>
internal static class FormJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new InvalidOperationException("A stored form is empty.");
}
