using Portal.Graph.Driving;

namespace Portal.GraphQL.Comparison.Running;

/// <summary>The same requests to all servers: as GraphQL, and as the hand-written endpoint takes them.</summary>
/// <param name="Key">What the option <c>--cases</c> calls it.</param>
/// <param name="Aim">The highest ratio of CPU per request aimed at; null for none.</param>
/// <param name="Once">Each may be sent only once, as it changes something.</param>
internal sealed record ComparisonCase(string Key, string Name, double? Aim, Call[] GraphQL, Call[] ByHand, bool Once = false);
