using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Coverage;

namespace Portal.Graph.Domain.Members;

/// <summary>MBR-11: what the Member Information panel shows beside the member's own fields.</summary>
/// <param name="Address">The home address in force on the date; null when none is on file.</param>
/// <param name="Program">The programme that covers the date, else the latest.</param>
/// <param name="Pcp">The primary care provider on the date.</param>
/// <param name="CaseManager">Only for those with member.clinical.read.</param>
public sealed record MemberInformation(
    Member Member, MemberAddress? Address, ProgramEnrollment? Program, Pcp? Pcp, CaseManagerAssignment? CaseManager);

/// <summary>A primary care provider and the practice where the member goes.</summary>
public sealed record Pcp(Practitioner Practitioner, ProviderAccount Account);
