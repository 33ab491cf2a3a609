namespace Portal.Graph.Domain.Claims;

/// <summary>One service of a claim. Amounts are US dollars.</summary>
public sealed class ClaimLine
{
    private ClaimLine() { }

    internal ClaimLine(int no, ClaimLineFacts facts)
    {
        (No, From, To, Code, Units, Charge) = (no, facts.From, facts.To, facts.Code, facts.Units, facts.Charge);
        (PlaceOfService, DiagnosisPointer, RevenueCode) = (facts.PlaceOfService, facts.DiagnosisPointer, facts.RevenueCode);
        (Tooth, Surface) = (facts.Tooth, facts.Surface);
        ModifierText = string.Join(' ', facts.Modifiers ?? []);
    }

    public long Id { get; private set; }
    public long ClaimId { get; private set; }

    /// <summary>Number of the line in its claim, from 1.</summary>
    public int No { get; private set; }

    /// <summary>First day of service.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day of service.</summary>
    public DateOnly To { get; private set; }

    /// <summary>CPT, HCPCS level II or dental (CDT) procedure code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Revenue code of an institutional claim; null on other forms.</summary>
    public string? RevenueCode { get; private set; }

    internal string ModifierText { get; private set; } = "";

    /// <summary>Modifiers of the procedure code, two characters each, in order.</summary>
    public IReadOnlyList<string> Modifiers => ModifierText.Length == 0 ? [] : ModifierText.Split(' ');

    /// <summary>Letters A to L, each naming a diagnosis of the claim.</summary>
    public string DiagnosisPointer { get; private set; } = "";

    /// <summary>CMS place of service, 2 digits; null on institutional claims.</summary>
    public string? PlaceOfService { get; private set; }

    public string? Tooth { get; private set; }
    public string? Surface { get; private set; }

    /// <summary>Units of service billed.</summary>
    public decimal Units { get; private set; }

    /// <summary>What the provider charged, in US dollars.</summary>
    public decimal Charge { get; private set; }

    /// <summary>What the plan allows, in US dollars; 0 until there is a result.</summary>
    public decimal Allowed { get; private set; }

    /// <summary>What the plan paid, in US dollars; 0 until there is a result.</summary>
    public decimal Paid { get; private set; }

    /// <summary>What the patient owes, in US dollars; 0 until there is a result.</summary>
    public decimal PatientShare { get; private set; }

    /// <summary>Where the line stands.</summary>
    public ClaimLineState State { get; private set; }

    /// <summary>As read by hand from its row.</summary>
    internal static ClaimLine Stored(
        long id, long claimId, int no, ClaimLineFacts facts, string modifiers, (decimal Allowed, decimal Paid, decimal PatientShare) result, ClaimLineState state) =>
        new(no, facts)
        {
            Id = id, ClaimId = claimId, ModifierText = modifiers,
            Allowed = result.Allowed, Paid = result.Paid, PatientShare = result.PatientShare, State = state,
        };

    internal LineFingerprint Fingerprint => new(Code, LineFingerprint.Sorted(Modifiers), From, To, Units, Charge);

    internal void Decide(LineDecision decision)
    {
        (Allowed, Paid, PatientShare) = (decision.Allowed, decision.Paid, decision.PatientShare);
        State = AdjudicationPolicy.LineResult(decision, Charge);
    }

    internal void Reopen() => State = ClaimLineState.Open;
}
