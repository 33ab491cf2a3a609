using System.Text.Json.Serialization;

namespace Portal.Graph.Load.Yardstick;

internal sealed record EligibilityAsked(string Id, string Date);

internal sealed record ClaimsAsked(string From, string To);

internal sealed record SubmitAsked(long DraftId, int Version, string ClientRequestId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EligibilityAsked))]
[JsonSerializable(typeof(ClaimsAsked))]
[JsonSerializable(typeof(SubmitAsked))]
internal sealed partial class AskedJson : JsonSerializerContext;
