using Portal.Graph.Driving;

namespace Portal.Graph.Load.Running;

/// <summary>The same requests to both servers.</summary>
/// <param name="Once">Each may be sent only once, as it changes something.</param>
internal sealed record LoadCase(string Name, Call[] Portal, Call[] Yardstick, bool Once);
