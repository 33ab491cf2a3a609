using System.Text.Json.Serialization;

namespace Portal.GraphQL.Comparison.ByHand;

internal sealed record EligibilityAsked(string Member, string Date);
internal sealed record ClaimsAsked(long Provider, int First);
internal sealed record ClaimAsked(string Number);
internal sealed record MembersAsked(long After, int First);
internal sealed record NothingAsked(string Query);
internal sealed record SubmitAsked(string Member, string Provider, string Diagnosis, string ServiceDate, LineAsked[] Lines);
internal sealed record LineAsked(string Procedure, string Description, int Units, decimal Charged);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EligibilityAsked))]
[JsonSerializable(typeof(ClaimsAsked))]
[JsonSerializable(typeof(ClaimAsked))]
[JsonSerializable(typeof(MembersAsked))]
[JsonSerializable(typeof(NothingAsked))]
[JsonSerializable(typeof(SubmitAsked))]
internal sealed partial class AskedJson : JsonSerializerContext;
