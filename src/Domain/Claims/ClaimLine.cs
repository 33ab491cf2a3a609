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

    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>Procedure code.</summary>
    public string Code { get; private set; } = "";

    public string? RevenueCode { get; private set; }
    internal string ModifierText { get; private set; } = "";
    public IReadOnlyList<string> Modifiers => ModifierText.Length == 0 ? [] : ModifierText.Split(' ');

    /// <summary>Letters A to L, each naming a diagnosis of the claim.</summary>
    public string DiagnosisPointer { get; private set; } = "";

    public string? PlaceOfService { get; private set; }
    public string? Tooth { get; private set; }
    public string? Surface { get; private set; }
    public decimal Units { get; private set; }
    public decimal Charge { get; private set; }
    public decimal Allowed { get; private set; }
    public decimal Paid { get; private set; }
    public decimal PatientShare { get; private set; }
    public ClaimLineState State { get; private set; }

    internal LineFingerprint Fingerprint => new(Code, LineFingerprint.Sorted(Modifiers), From, To, Units, Charge);

    internal void Decide(LineDecision decision)
    {
        (Allowed, Paid, PatientShare) = (decision.Allowed, decision.Paid, decision.PatientShare);
        State = AdjudicationPolicy.LineResult(decision, Charge);
    }

    internal void Reopen() => State = ClaimLineState.Open;
}
