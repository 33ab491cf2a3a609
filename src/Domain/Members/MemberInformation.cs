using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Coverage;

namespace Portal.Graph.Domain.Members;

// MBR-11
/// <summary>What the Member Information panel shows beside the member's own fields.</summary>
/// <param name="Address">The home address in force on the date; null when none is on file.</param>
/// <param name="Program">The programme that covers the date, else the latest; null when there was none in the market.</param>
/// <param name="Pcp">The primary care provider on the date; null when none is attributed.</param>
/// <param name="CaseManager">The case manager on the date; null when there is none, and without the permission member.clinical.read.</param>
public sealed record MemberInformation(
    Member Member, MemberAddress? Address, ProgramEnrollment? Program, Pcp? Pcp, CaseManagerAssignment? CaseManager);

/// <summary>A primary care provider and the practice where the member goes.</summary>
/// <param name="Practitioner">The person who treats the member.</param>
/// <param name="Account">The practice.</param>
public sealed record Pcp(Practitioner Practitioner, ProviderAccount Account);
