using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Coverage;

/// <summary>COB-13: what holds for the spans of one enrollment.</summary>
public static class SpanPolicy
{
    /// <summary>Every reason why the span may not be written beside the others of its enrollment; none when it may.</summary>
    /// <param name="others">The other spans of the same enrollment; a span that is being rewritten is not among them.</param>
    public static List<Refusal> Check(SpanDetails proposed, IEnumerable<DateRange> others)
    {
        List<Refusal> refusals = [];
        if (proposed.Termination < proposed.Effective)
            refusals.Add(new SpanDatesReversed("span", proposed.Effective, proposed.Termination.Value) { Path = ["termination"] });
        // COB-13: a grace period has both ends or neither, in order.
        if (proposed.GraceStart is null != proposed.GraceEnd is null)
            refusals.Add(new RequiredFieldMissing(proposed.GraceStart is null ? "Grace period start" : "Grace period end")
            {
                Path = [proposed.GraceStart is null ? "graceStart" : "graceEnd"],
            });
        else if (proposed.GraceEnd < proposed.GraceStart)
            refusals.Add(new SpanDatesReversed("grace period", proposed.GraceStart!.Value, proposed.GraceEnd!.Value) { Path = ["graceEnd"] });
        if (refusals.Count == 0)
            refusals.AddRange(others.Where(proposed.Dates.Overlaps).Select(o => new SpanOverlap(o) { Path = ["effective"] }));
        return refusals;
    }
}
