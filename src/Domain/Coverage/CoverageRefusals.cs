using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Coverage;

/// <summary>The span would cover days that another span of the same programme covers already.</summary>
public sealed record SpanOverlap(DateRange Existing)
    : Refusal($"The span overlaps the one {Existing} of the same programme. End that one first or choose other dates.");

/// <summary>A span, or its grace period, ends before it starts.</summary>
public sealed record SpanDatesReversed(string Part, DateOnly Start, DateOnly End)
    : Refusal($"The {Part} ends on {End:yyyy-MM-dd}, before it starts on {Start:yyyy-MM-dd}.");
