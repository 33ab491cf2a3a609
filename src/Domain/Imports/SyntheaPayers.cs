using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Imports;

/// <summary>Which line of business a Synthea payer stands for.</summary>
internal static class SyntheaPayers
{
    /// <summary>The payer of those without one.</summary>
    public const string None = "NO_INSURANCE";

    /// <summary>Null for NO_INSURANCE; every commercial payer is read as a Marketplace plan.</summary>
    public static Lob? LobOf(string payer) => payer switch
    {
        None => null,
        "Medicaid" => Lob.Medicaid,
        "Medicare" => Lob.Medicare,
        "Dual Eligible" => Lob.Dual,
        _ => Lob.Marketplace,
    };

    public static bool IsMedicaid(string? payer) => payer is "Medicaid" or "Dual Eligible";
}
