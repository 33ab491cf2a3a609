using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>The plan's case manager who looks after a member, from one date to another.</summary>
public sealed class CaseManagerAssignment : IEntity
{
    private CaseManagerAssignment() { }

    public long Id { get; private set; }
    public long MemberId { get; private set; }
    public Member? Member { get; private set; }

    /// <summary>First and last name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Direct telephone number.</summary>
    public string Phone { get; private set; } = "";

    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public static CaseManagerAssignment Of(Member member, string name, string phone, DateOnly from, DateOnly? to = null) =>
        new() { Member = member, MemberId = member.Id, Name = name, Phone = phone, From = from, To = to };
}
