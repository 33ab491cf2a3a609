using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox;

namespace Portal.Graph.Domain.Claims;

/// <summary>A diagnosis of a claim; number 1 is letter A.</summary>
public sealed class ClaimDiagnosis
{
    private ClaimDiagnosis() { }

    internal ClaimDiagnosis(int no, string code) => (No, Code) = (no, code);

    public long Id { get; private set; }
    public long ClaimId { get; private set; }

    /// <summary>Its place in box 21, from 1.</summary>
    public int No { get; private set; }

    /// <summary>ICD-10-CM without the dot.</summary>
    public string Code { get; private set; } = "";

    public char Letter => (char)('A' + No - 1);

    /// <summary>ICD-10-CM as people write it, with the dot.</summary>
    public string DisplayCode => DiagnosisCodes.Display(Code);

    /// <summary>The short title; null where the code list has none.</summary>
    public string? Title => DiagnosisCodes.All.Title(Code);
}

// CLM-05
/// <summary>What another payer decided, as sent with the claim. Amounts are US dollars.</summary>
public sealed class ClaimOtherPayer
{
    private ClaimOtherPayer() { }

    internal ClaimOtherPayer(int no, OtherPayer payer)
    {
        (No, Name, PolicyNumber, PaidDate) = (no, payer.Name!.Trim(), payer.PolicyNumber?.Trim(), payer.PaidDate);
        (Allowed, Paid, PatientShare) = (payer.Allowed, payer.Paid ?? SumOfLines(payer), payer.PatientResponsibility);
        DetailJson = FormJson.Write(payer);
    }

    public long Id { get; private set; }
    public long ClaimId { get; private set; }

    /// <summary>Its place among the claim's other payers, from 1.</summary>
    public int No { get; private set; }

    /// <summary>The payer's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The member's policy number there; null when not sent.</summary>
    public string? PolicyNumber { get; private set; }

    /// <summary>Date of the payer's explanation of payment; null when not sent.</summary>
    public DateOnly? PaidDate { get; private set; }

    /// <summary>What the payer allowed for the claim; null when not sent.</summary>
    public decimal? Allowed { get; private set; }

    /// <summary>What the payer paid for the claim, summed up from the lines when only those tell; null when not sent.</summary>
    public decimal? Paid { get; private set; }

    /// <summary>What the payer left to the patient; null when not sent.</summary>
    public decimal? PatientShare { get; private set; }

    internal string DetailJson { get; private set; } = "";

    /// <summary>With adjustments and lines, as it was sent.</summary>
    public OtherPayer Detail => FormJson.Read<OtherPayer>(DetailJson);

    private static decimal? SumOfLines(OtherPayer payer) => payer.Lines.Any(l => l.Paid is not null) ? payer.Lines.Sum(l => l.Paid ?? 0) : null;
}

// CLM-17
/// <summary>Why the claim or one of its lines was processed, adjusted or remarked as it was.</summary>
public sealed class ClaimReason
{
    private ClaimReason() { }

    internal ClaimReason(int? lineNo, ReasonEntry entry)
    {
        (LineNo, Kind, Code, Group, Amount) = (lineNo, entry.Kind, entry.Code.Trim().ToUpperInvariant(), entry.Group, entry.Amount);
        Text = string.IsNullOrWhiteSpace(entry.Text) ? Known(Kind, Code) : entry.Text.Trim();
    }

    public long Id { get; private set; }
    public long ClaimId { get; private set; }

    /// <summary>Number of the line, from 1; null for the claim as a whole.</summary>
    public int? LineNo { get; private set; }

    /// <summary>What the code tells; it decides which code list the code is of.</summary>
    public ClaimReasonKind Kind { get; private set; }

    /// <summary>CARC for an adjustment, RARC for a remark, the plan's own for a process step.</summary>
    public string Code { get; private set; } = "";

    /// <summary>In plain words; null when the code's text is not known.</summary>
    public string? Text { get; private set; }

    /// <summary>Who bears the amount; adjustments only.</summary>
    public AdjustmentGroup? Group { get; private set; }

    /// <summary>How much of the charge it explains, in US dollars; adjustments only.</summary>
    public decimal? Amount { get; private set; }

    private static string? Known(ClaimReasonKind kind, string code) => kind switch
    {
        ClaimReasonKind.Adjustment => CodeTexts.AdjustmentReasons.Find(code),
        ClaimReasonKind.Remittance => CodeTexts.RemittanceRemarks.Find(code),
        ClaimReasonKind.Process => null,
    };
}

// CLM-09
/// <summary>One reason why intake rejected the claim.</summary>
public sealed class ClaimRejection
{
    private ClaimRejection() { }

    internal ClaimRejection(string code, string field, string text) => (Code, Field, Text) = (code, field, text);

    public long Id { get; private set; }
    public long ClaimId { get; private set; }

    /// <summary>Such as <c>INVALID_DIAGNOSIS_CODE</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Path of the form's field, joined by dots.</summary>
    public string Field { get; private set; } = "";

    /// <summary>What is wrong, in plain words.</summary>
    public string Text { get; private set; } = "";
}

/// <summary>One step of the claim from state to state.</summary>
public sealed class ClaimEvent : IPublishedChange
{
    private ClaimEvent() { }

    internal ClaimEvent(ClaimState from, ClaimState to, Actor actor, DateTimeOffset at, string? note) =>
        (From, To, At, ActorKind, ActorUserId, Note) = (from, to, at, actor.Kind, actor.UserId, note);

    public long Id { get; private set; }
    public long ClaimId { get; private set; }

    /// <summary>When the step was taken (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The state before.</summary>
    public ClaimState From { get; private set; }

    /// <summary>The state that it led to.</summary>
    public ClaimState To { get; private set; }

    public ActorKind ActorKind { get; private set; }
    public long? ActorUserId { get; private set; }

    /// <summary>Staff's words; not for the provider.</summary>
    public string? Note { get; private set; }

    /// <summary>Inserted by hand, under this id.</summary>
    internal void Stored(long id, long claimId) => (Id, ClaimId) = (id, claimId);

    public OutboxMessage ToMessage() => new(ClaimChangeFeed.StatusTopic, ClaimId, Id, At);
}

/// <summary>The form as it was submitted, word for word; apart, so that lists of claims need not carry it.</summary>
public sealed class SubmittedForm
{
    private SubmittedForm() { }

    internal SubmittedForm(string json) => Json = json;

    public long ClaimId { get; private set; }
    internal string Json { get; private set; } = "";
    public ClaimForm Form => FormJson.Read<ClaimForm>(Json);
}
