using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>Everything a claim is made of, checked.</summary>
internal sealed record ClaimFacts
{
    public required string Number { get; init; }
    public required ClaimType Type { get; init; }
    public required Market Market { get; init; }
    public Lob? Lob { get; init; }
    public long? MemberId { get; init; }
    public required string MemberIdGiven { get; init; }
    public required long BillingAccountId { get; init; }
    public required string BillingNpi { get; init; }
    public long? RenderingAccountId { get; init; }
    public string? RenderingNpi { get; init; }
    public string? PatientAccountNumber { get; init; }
    public DateOnly? AdmissionDate { get; init; }
    public DateOnly? DischargeDate { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required IReadOnlyList<ClaimLineFacts> Lines { get; init; }
    public IReadOnlyList<string> Diagnoses { get; init; } = [];
    public IReadOnlyList<OtherPayer> OtherPayers { get; init; } = [];
    public string? FormJson { get; init; }

    /// <summary>The decided claim that this one takes the place of.</summary>
    public Claim? Replaces { get; init; }
}

/// <param name="DiagnosisPointer">Letters A to L, each a diagnosis of the claim.</param>
public sealed record ClaimLineFacts(
    DateOnly From, DateOnly To, string Code, decimal Units, decimal Charge, string? PlaceOfService = null,
    IReadOnlyList<string>? Modifiers = null, string DiagnosisPointer = "", string? RevenueCode = null,
    string? Tooth = null, string? Surface = null)
{
    internal LineFingerprint Fingerprint => new(Code, LineFingerprint.Sorted(Modifiers ?? []), From, To, Units, Charge);
}
