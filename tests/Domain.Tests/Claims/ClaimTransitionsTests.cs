using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;
using static Portal.Graph.Domain.Claims.ClaimState;

namespace Portal.Graph.Domain.Tests.Claims;

public class ClaimTransitionsTests
{
    // A.2, written out a second time so that a slip in the table shows.
    private static readonly HashSet<(ClaimState, ClaimState)> Allowed =
    [
        (Draft, Submitted), (Draft, Discarded), (Submitted, Rejected), (Submitted, InProcess), (InProcess, Pended), (Pended, InProcess),
        (InProcess, Paid), (InProcess, PartiallyPaid), (InProcess, Denied), (Paid, InProcess), (PartiallyPaid, InProcess), (Denied, InProcess),
        (Paid, Replaced), (PartiallyPaid, Replaced), (Denied, Replaced), (Paid, Voided), (PartiallyPaid, Voided), (Denied, Voided),
    ];

    [Fact]
    [Requirement("CLM-24")]
    public void Every_pair_of_states_is_allowed_or_refused_as_the_catalogue_says()
    {
        foreach (var from in Enum.GetValues<ClaimState>())
            foreach (var to in Enum.GetValues<ClaimState>())
            {
                ClaimTransitions.Allows(from, to).ShouldBe(Allowed.Contains((from, to)), $"{from} → {to}");
                var refusal = ClaimTransitions.Refuse("claim", from, to);
                if (Allowed.Contains((from, to))) refusal.ShouldBeNull();
                else
                    refusal.ShouldBeOfType<InvalidStateTransition>().AllowedNextStates
                        .ShouldBe(Allowed.Where(a => a.Item1 == from).Select(a => ClaimTransitions.Name(a.Item2)), ignoreOrder: true);
            }
    }

    [Fact]
    [Requirement("CLM-24")]
    public void Rejected_replaced_voided_and_discarded_are_the_end() =>
        Enum.GetValues<ClaimState>().Where(s => s.IsTerminal()).ShouldBe([Rejected, Replaced, Voided, Discarded], ignoreOrder: true);

    [Theory]
    [Requirement("CLM-24")]
    [InlineData(Submitted, null, PortalClaimStatus.InProcess)]
    [InlineData(InProcess, null, PortalClaimStatus.InProcess)]
    [InlineData(Pended, ClaimPendReason.Review, PortalClaimStatus.InProcess)]
    [InlineData(Pended, ClaimPendReason.SuspectedDuplicate, PortalClaimStatus.InProcess)]
    [InlineData(Pended, ClaimPendReason.Documents, PortalClaimStatus.WaitingForDocuments)]
    [InlineData(Rejected, null, PortalClaimStatus.Rejected)]
    [InlineData(PartiallyPaid, null, PortalClaimStatus.PartiallyPaid)]
    [InlineData(Denied, null, PortalClaimStatus.Denied)]
    public void Internal_states_read_as_portal_statuses(ClaimState state, ClaimPendReason? reason, PortalClaimStatus status) =>
        ClaimTransitions.PortalStatus(state, reason).ShouldBe(status);

    [Fact]
    public void States_are_named_as_the_catalogue_names_them() =>
        Enum.GetValues<ClaimState>().Select(ClaimTransitions.Name).ShouldBe(
            ["DRAFT", "SUBMITTED", "REJECTED", "IN_PROCESS", "PENDED", "PAID", "PARTIALLY_PAID", "DENIED", "REPLACED", "VOIDED", "DISCARDED"]);
}
