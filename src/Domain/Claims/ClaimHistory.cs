using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Claims;

/// <summary>A claim that was received, and perhaps decided, before it came into this database.</summary>
public sealed record HistoricalClaim
{
    /// <summary>The claim number, drawn from <see cref="Platform.Storage.NumberSeries"/> so that it is never given again.</summary>
    public required string Number { get; init; }

    public ClaimType Type { get; init; } = ClaimType.Hcfa;
    public required Market Market { get; init; }
    public required Lob Lob { get; init; }
    public required long MemberId { get; init; }

    /// <summary>The member id as printed, <c>123456789-01</c>.</summary>
    public required string MemberIdGiven { get; init; }

    public required long BillingAccountId { get; init; }
    public required string BillingNpi { get; init; }
    public long? RenderingAccountId { get; init; }
    public string? RenderingNpi { get; init; }
    public string? PatientAccountNumber { get; init; }
    public DateOnly? AdmissionDate { get; init; }
    public DateOnly? DischargeDate { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<ClaimLineFacts> Lines { get; init; }

    /// <summary>ICD-10-CM codes, with or without the dot.</summary>
    public IReadOnlyList<string> Diagnoses { get; init; } = [];

    /// <summary>The result; without one the claim is still in process.</summary>
    public Adjudication? Result { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>Makes claims of the past for imports: the same aggregate, the same steps, the same balance rule, without intake edits.</summary>
public static class ClaimHistory
{
    private static readonly Actor Importer = Actor.System("claim import");

    /// <summary>The claim with its events, ready to be added to the database; refused when its amounts do not balance.</summary>
    public static Outcome<Claim> Create(HistoricalClaim history)
    {
        if (history.Lines.Count == 0) return new RequiredFieldMissing("Service line", "24");
        var claim = Claim.Submit(Facts(history), Importer);
        if (claim.Accept(Importer, history.ReceivedAt) is { } notAccepted) return notAccepted;
        if (history.Result is not { } result) return claim;
        if (AdjudicationPolicy.Faults(result, claim.LineItems) is { Count: > 0 } faults) return Outcome<Claim>.Refused(faults);
        return claim.Adjudicate(result, Importer, history.DecidedAt ?? history.ReceivedAt) is { } refusal ? refusal : claim;
    }

    internal static ClaimFacts Facts(HistoricalClaim history) => new()
    {
        Number = history.Number,
        Type = history.Type,
        Market = history.Market,
        Lob = history.Lob,
        MemberId = history.MemberId,
        MemberIdGiven = history.MemberIdGiven,
        BillingAccountId = history.BillingAccountId,
        BillingNpi = history.BillingNpi,
        RenderingAccountId = history.RenderingAccountId,
        RenderingNpi = history.RenderingNpi,
        PatientAccountNumber = history.PatientAccountNumber,
        AdmissionDate = history.AdmissionDate,
        DischargeDate = history.DischargeDate,
        ReceivedAt = history.ReceivedAt,
        Lines = history.Lines,
        Diagnoses = [.. history.Diagnoses.Select(DiagnosisCodes.Normalize).OfType<string>()],
    };
}
