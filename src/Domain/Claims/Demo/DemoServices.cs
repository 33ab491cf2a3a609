namespace Portal.Graph.Domain.Claims.Demo;

/// <summary>A usual service with its price; public HCPCS level II codes only.</summary>
internal sealed record DemoService(string Code, decimal Price, string PlaceOfService, string[] Modifiers);

/// <summary>What demo claims bill and why they fail.</summary>
internal static class DemoServices
{
    public static readonly DemoService[] Services =
    [
        new("G0463", 148.00m, "22", []),
        new("G0439", 176.50m, "11", []),
        new("G0402", 212.00m, "11", []),
        new("G0444", 28.40m, "11", []),
        new("G0008", 31.25m, "11", []),
        new("Q2038", 24.10m, "11", []),
        new("J1100", 12.60m, "11", []),
        new("J3420", 18.90m, "11", []),
        new("G0480", 131.75m, "81", ["QW"]),
        new("A4253", 46.20m, "12", ["NU"]),
        new("E0143", 94.00m, "12", ["NU"]),
        new("E0601", 612.00m, "12", ["RR"]),
        new("L3020", 238.00m, "11", ["LT"]),
        new("A0428", 421.30m, "41", []),
    ];

    public static readonly string[] Diagnoses =
        ["E119", "I10", "J069", "M5450", "Z0000", "F329", "K219", "N390", "J45909", "E785", "R0789", "Z23", "S93401A", "G4733", "H6691"];

    /// <summary>Adjustment and remark of each kind of denial.</summary>
    public static (string Adjustment, string Remark) ReasonsOf(DenialCategory category) => category switch
    {
        DenialCategory.MissingRecords => ("252", "M127"),
        DenialCategory.MissingConsent => ("252", "N3"),
        DenialCategory.Cob => ("22", "N4"),
        DenialCategory.TimelyFiling => ("29", "N1"),
        DenialCategory.Authorization => ("197", "N1"),
        DenialCategory.MedicalNecessity => ("50", "N115"),
        DenialCategory.Duplicate => ("18", "N522"),
        DenialCategory.Coding => ("11", "M76"),
        DenialCategory.Eligibility => ("27", "N30"),
        DenialCategory.Other => ("96", "N20"),
    };

    public static readonly (string Code, string Field, string Text)[] Rejections =
    [
        ("MEMBER_NOT_ELIGIBLE_ON_DATE", "form.memberId", "The member is not eligible on the first date of service."),
        ("RENDERING_NPI_UNKNOWN", "form.renderingNpi", "The NPI is not known to the plan as a rendering provider."),
        ("TAX_ID_MISMATCH", "form.taxId", "The tax ID is not the one of the billing provider."),
        ("INVALID_DIAGNOSIS_CODE", "form.diagnoses.0", "Diagnosis code E11 is not specific enough: use one of the longer codes below it."),
    ];
}
