using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>The tones in which states of claims and lines are shown; the word always stands beside.</summary>
public static class ClaimTone
{
    public static Tone Of(ClaimState state) => state switch
    {
        ClaimState.Draft or ClaimState.Discarded or ClaimState.Replaced or ClaimState.Voided => Tone.Neutral,
        ClaimState.Submitted or ClaimState.InProcess => Tone.Blue,
        ClaimState.Pended or ClaimState.PartiallyPaid => Tone.Amber,
        ClaimState.Paid => Tone.Green,
        ClaimState.Rejected or ClaimState.Denied => Tone.Red,
    };

    public static Tone Of(ClaimLineState state) => state switch
    {
        ClaimLineState.Open => Tone.Neutral,
        ClaimLineState.Paid => Tone.Green,
        ClaimLineState.Reduced => Tone.Amber,
        ClaimLineState.Denied => Tone.Red,
    };

    /// <summary>Who took a step, as the history tells it.</summary>
    public static string Who(ActorKind kind) => kind switch
    {
        ActorKind.Staff => "staff",
        ActorKind.PortalUser => "the provider",
        ActorKind.System => "the system",
        ActorKind.Anonymous => "nobody known",
    };
}
