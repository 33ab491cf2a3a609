using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

/// <summary>What the member is to the policy holder.</summary>
public enum CobRelationship
{
    /// <summary>The member holds the policy.</summary>
    Self,

    /// <summary>Husband or wife.</summary>
    Spouse,

    /// <summary>Son or daughter.</summary>
    Child,

    /// <summary>Any other relation.</summary>
    Other,
}

/// <summary>What the other insurance covers.</summary>
public enum InsuranceType
{
    /// <summary>A medical plan other than Medicare.</summary>
    Medical,

    /// <summary>Medicare Part A: hospital.</summary>
    MedicareA,

    /// <summary>Medicare Part B: physicians and outpatient care.</summary>
    MedicareB,

    /// <summary>Medicare Part C: Medicare Advantage.</summary>
    MedicareC,

    /// <summary>Medicare Part D: prescription drugs.</summary>
    MedicareD,

    /// <summary>A dental plan.</summary>
    Dental,

    /// <summary>A vision plan.</summary>
    Vision,

    /// <summary>A prescription drug plan other than Part D.</summary>
    Pharmacy,

    /// <summary>Automobile insurance.</summary>
    Auto,

    /// <summary>Workers' compensation.</summary>
    WorkersComp,

    /// <summary>Any other insurance.</summary>
    Other,
}

/// <summary>In which order the other insurance pays.</summary>
public enum CobPriority
{
    /// <summary>Pays first.</summary>
    Primary,

    /// <summary>Pays after the primary.</summary>
    Secondary,

    /// <summary>Pays after primary and secondary.</summary>
    Tertiary,
}

// COB-02
/// <summary>Other insurance of a member.</summary>
public sealed class CobRecord : IEntity
{
    private CobRecord() { }

    public long Id { get; private set; }
    public long MemberId { get; private set; }
    public Member? Member { get; private set; }

    /// <summary>Name of the insurance company.</summary>
    public string Carrier { get; private set; } = "";

    /// <summary>As printed on its card.</summary>
    public string PolicyNumber { get; private set; } = "";

    /// <summary>The employer's or group's number; null when there is none.</summary>
    public string? GroupNumber { get; private set; }

    /// <summary>Whose policy it is.</summary>
    public string HolderName { get; private set; } = "";

    /// <summary>What the member is to the policy holder.</summary>
    public CobRelationship Relationship { get; private set; }

    /// <summary>What it covers.</summary>
    public InsuranceType Type { get; private set; }

    /// <summary>In which order it pays.</summary>
    public CobPriority Priority { get; private set; }

    /// <summary>The first day of the other insurance.</summary>
    public DateOnly Effective { get; private set; }

    /// <summary>The last day of the other insurance; null while it has no end.</summary>
    public DateOnly? Term { get; private set; }

    /// <summary>Telephone number of the carrier; null when not on file.</summary>
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
