using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>The primary care provider a member belongs to, with the practice's account, from one date to another.</summary>
public sealed class PcpAttribution : IEntity
{
    private PcpAttribution() { }

    public long Id { get; private set; }
    public long MemberId { get; private set; }
    public Member? Member { get; private set; }
    public long PractitionerId { get; private set; }
    public long AccountId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public static PcpAttribution Of(Member member, long practitionerId, long accountId, DateOnly from, DateOnly? to = null) =>
        new() { Member = member, MemberId = member.Id, PractitionerId = practitionerId, AccountId = accountId, From = from, To = to };
}
