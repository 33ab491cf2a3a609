using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

/// <summary>What the member is to the policy holder.</summary>
public enum CobRelationship { Self, Spouse, Child, Other }

public enum InsuranceType { Medical, MedicareA, MedicareB, MedicareC, MedicareD, Dental, Vision, Pharmacy, Auto, WorkersComp, Other }

/// <summary>In which order the other insurance pays.</summary>
public enum CobPriority { Primary, Secondary, Tertiary }

/// <summary>COB-02: other insurance of a member.</summary>
public sealed class CobRecord : IEntity
{
    private CobRecord() { }

    public long Id { get; private set; }
    public long MemberId { get; private set; }
    public Member? Member { get; private set; }
    public string Carrier { get; private set; } = "";
    public string PolicyNumber { get; private set; } = "";
    public string? GroupNumber { get; private set; }
    public string HolderName { get; private set; } = "";
    public CobRelationship Relationship { get; private set; }
    public InsuranceType Type { get; private set; }
    public CobPriority Priority { get; private set; }
    public DateOnly Effective { get; private set; }

    /// <summary>The last day of the other insurance; null while it has no end.</summary>
    public DateOnly? Term { get; private set; }

    public string? Phone { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public DateRange Dates => new(Effective, Term);

    public static CobRecord Of(
        Member member, string carrier, string policyNumber, string holderName, CobRelationship relationship, InsuranceType type,
        CobPriority priority, DateOnly effective, DateTimeOffset createdAt, DateOnly? term = null, string? groupNumber = null, string? phone = null) => new()
        {
            Member = member,
            MemberId = member.Id,
            Carrier = carrier,
            PolicyNumber = policyNumber,
            GroupNumber = groupNumber,
            HolderName = holderName,
            Relationship = relationship,
            Type = type,
            Priority = priority,
            Effective = effective,
            Term = term,
            Phone = phone,
            CreatedAt = createdAt,
        };

    // COB-03: primary before secondary, then effective date descending, then created descending.
    /// <summary>The order in which records are shown: the most recent primary insurance first.</summary>
    public static IOrderedEnumerable<CobRecord> InOrder(IEnumerable<CobRecord> records) =>
        records.OrderBy(r => r.Priority).ThenByDescending(r => r.Effective).ThenByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id);
}
