using System.Collections.Frozen;
using Portal.Graph.Domain.Platform;
using static Portal.Graph.Domain.Claims.ClaimState;

namespace Portal.Graph.Domain.Claims;

/// <summary>The state machine of a claim (A.2, CLM-24): anything that is not in the table is refused.</summary>
public static class ClaimTransitions
{
    private static readonly FrozenDictionary<ClaimState, ClaimState[]> Table = new Dictionary<ClaimState, ClaimState[]>
    {
        [Draft] = [Submitted, Discarded],
        [Submitted] = [Rejected, InProcess],
        [InProcess] = [Pended, Paid, PartiallyPaid, Denied],
        [Pended] = [InProcess],
        [Paid] = [InProcess, Replaced, Voided],
        [PartiallyPaid] = [InProcess, Replaced, Voided],
        [Denied] = [InProcess, Replaced, Voided],
        [Rejected] = [],
        [Replaced] = [],
        [Voided] = [],
        [Discarded] = [],
    }.ToFrozenDictionary();

    public static IReadOnlyList<ClaimState> Next(ClaimState from) => Table[from];

    public static bool Allows(ClaimState from, ClaimState to) => Table[from].Contains(to);

    /// <summary>The refusal of a step that the table does not have, naming those it has; null when it has it.</summary>
    public static Refusal? Refuse(string what, ClaimState from, ClaimState to) =>
        Allows(from, to) ? null : new InvalidStateTransition(what, Name(from), [.. Table[from].Select(Name)]);

    /// <summary>The state as the catalogue writes it: <c>PARTIALLY_PAID</c>.</summary>
    public static string Name(ClaimState state) => state switch
    {
        Draft => "DRAFT",
        Submitted => "SUBMITTED",
        Rejected => "REJECTED",
        InProcess => "IN_PROCESS",
        Pended => "PENDED",
        Paid => "PAID",
        PartiallyPaid => "PARTIALLY_PAID",
        Denied => "DENIED",
        Replaced => "REPLACED",
        Voided => "VOIDED",
        Discarded => "DISCARDED",
    };

    /// <summary>Nothing leads on from here.</summary>
    public static bool IsTerminal(this ClaimState state) => Table[state].Length == 0;

    /// <summary>Adjudicated: there is a result.</summary>
    public static bool IsFinal(this ClaimState state) => state is Paid or PartiallyPaid or Denied;

    /// <summary>CLM-24: what the provider is told. Drafts have no status: they are not claims yet.</summary>
    public static PortalClaimStatus? PortalStatus(ClaimState state, ClaimPendReason? pendReason) => state switch
    {
        Draft or Discarded => null,
        Submitted or InProcess => PortalClaimStatus.InProcess,
        Pended => pendReason is ClaimPendReason.Documents ? PortalClaimStatus.WaitingForDocuments : PortalClaimStatus.InProcess,
        Rejected => PortalClaimStatus.Rejected,
        Paid => PortalClaimStatus.Paid,
        PartiallyPaid => PortalClaimStatus.PartiallyPaid,
        Denied => PortalClaimStatus.Denied,
        Replaced => PortalClaimStatus.Replaced,
        Voided => PortalClaimStatus.Voided,
    };
}
