using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

/// <summary>That a member belongs to a programme of the plan in one market; its spans say when.</summary>
public sealed class ProgramEnrollment : IEntity
{
    private ProgramEnrollment() { }

    public long Id { get; private set; }
    public long MemberId { get; private set; }
    public Member? Member { get; private set; }

    /// <summary>The market that runs the programme.</summary>
    public Market Market { get; private set; }

    /// <summary>The line of business.</summary>
    public Lob Lob { get; private set; }

    /// <summary>The plan's name for the programme, as printed on the ID card.</summary>
    public string ProgramName { get; private set; } = "";

    /// <summary>The employer or group; null when the member is insured individually.</summary>
    public string? GroupName { get; private set; }

    /// <summary>As read by hand from its row.</summary>
    internal static ProgramEnrollment Stored(long id, long memberId, Market market, Lob lob, string programName, string? groupName) =>
        new() { Id = id, MemberId = memberId, Market = market, Lob = lob, ProgramName = programName, GroupName = groupName };

    public static ProgramEnrollment Of(Member member, Market market, Lob lob, string programName, string? groupName = null) =>
        new() { Member = member, MemberId = member.Id, Market = market, Lob = lob, ProgramName = programName, GroupName = groupName };
}
