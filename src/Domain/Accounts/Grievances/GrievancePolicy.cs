using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts.Grievances;

/// <summary>A reason about the payment of a claim belongs into a dispute.</summary>
public sealed record GrievanceUseDispute() : Refusal("A claim payment is not a grievance. Use Claims > Claim Disputes.");

/// <summary>What a provider files.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="Narrative">What happened.</param>
/// <param name="MemberId">The member whom it concerns, if any.</param>
/// <param name="FileIds">Files that the sender uploaded.</param>
public sealed record GrievanceForm(GrievanceCategory Category, string Narrative, long? MemberId, IReadOnlyList<long> FileIds);

/// <summary>ACC-22: what a grievance must hold.</summary>
public static class GrievancePolicy
{
    public static List<Refusal> Faults(GrievanceForm form)
    {
        List<Refusal> faults = [];
        if (form.Category is GrievanceCategory.ClaimPayment)
            faults.Add(new GrievanceUseDispute { Path = ["category"], OtherPath = new(OtherPathKind.PortalPage, "Claims > Claim Disputes", PageKey: "claims.disputes") });
        switch (form.Narrative.Trim().Length)
        {
            case 0: faults.Add(new RequiredFieldMissing("Narrative") { Path = ["narrative"] }); break;
            case > Grievance.NarrativeLength: faults.Add(new InvalidFormat("Narrative", $"at most {Grievance.NarrativeLength} characters", "a shorter text") { Path = ["narrative"] }); break;
        }
        return faults;
    }

    public static List<Refusal> AnswerFaults(string? answer) => (answer?.Trim().Length ?? 0) switch
    {
        0 => [new DecisionReasonRequired("the answer that the provider gets") { Path = ["reason"] }],
        > Grievance.ResolutionLength => [new InvalidFormat("Answer", $"at most {Grievance.ResolutionLength} characters", "a shorter text") { Path = ["reason"] }],
        _ => [],
    };

    /// <summary>The category in words.</summary>
    public static string Words(GrievanceCategory category) => category switch
    {
        GrievanceCategory.PlanService => "Service of the plan",
        GrievanceCategory.AuthorizationProcess => "Authorization process",
        GrievanceCategory.Credentialing => "Contracting and credentialing",
        GrievanceCategory.ProviderData => "Provider directory and data",
        GrievanceCategory.Portal => "Portal and systems",
        GrievanceCategory.QualityOfCare => "Quality of care",
        GrievanceCategory.MemberConduct => "Conduct of a member",
        GrievanceCategory.ClaimPayment => "Claim payment",
        GrievanceCategory.Other => "Other",
    };
}
