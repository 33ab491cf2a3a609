using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>Why health data was read, in the words of 45 CFR 164.501 (HL7 purpose of use TREAT, HPAYMT, HOPERAT).</summary>
public enum ReadPurpose
{
    /// <summary>A provider cares for the member.</summary>
    Treatment,

    /// <summary>Coverage is determined, or a claim is made, decided or paid.</summary>
    Payment,

    /// <summary>The plan runs its business: support, oversight, jobs.</summary>
    Operations,
}

internal static class ReadPurposes
{
    private static readonly string[] Names = Enum.GetNames<ReadPurpose>();

    /// <summary>The name as it is stored.</summary>
    public static string Name(this ReadPurpose purpose) => Names[(int)purpose];
}

/// <summary>The purpose that a reading has by who reads what. Pure.</summary>
public static class AuditPurpose
{
    // PLT-06 [chosen]: nobody is asked for a purpose; it follows from the reader's part and the group of fields.
    public static ReadPurpose Of(Actor actor, string entity, string fieldGroup) =>
        actor.ImpersonatorId is not null || actor.Kind is ActorKind.System || entity is nameof(AuditEvent) ? ReadPurpose.Operations
        : fieldGroup is "caseManager" or "clinical" ? actor.IsStaff ? ReadPurpose.Operations : ReadPurpose.Treatment
        : ReadPurpose.Payment;
}
