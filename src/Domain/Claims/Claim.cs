using System.Linq.Expressions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>A claim that the plan received. Money is US dollars; every step from state to state is in its history.</summary>
public sealed partial class Claim : IVersioned, IAccountRecord<Claim>
{
    // CLM-21, PLT-19
    static Expression<Func<Claim, bool>> IAccountRecord<Claim>.IsOfReader(PortalDb db) => claim => db.ReadsEveryAccount
        || (claim.Market == db.ReaderMarket && (db.ReaderAccounts.Contains(claim.BillingAccountId)
            || (claim.RenderingAccountId != null && db.ReaderAccounts.Contains(claim.RenderingAccountId.Value))));

    private Claim() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>The claim number: C, date of receipt as yyMMdd, 7 digits.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The national form it came on.</summary>
    public ClaimType Type { get; private set; }

    /// <summary>Where it stands inside the plan; what to show the provider is <see cref="Status"/>.</summary>
    public ClaimState State { get; private set; }

    /// <summary>The market whose rules and calendar it is judged by.</summary>
    public Market Market { get; private set; }

    /// <summary>Line of business of the member's enrollment on the first service date; null when the member was not eligible.</summary>
    public Lob? Lob { get; private set; }

    /// <summary>Null when no member has the member id that was keyed.</summary>
    public long? MemberId { get; private set; }

    /// <summary>The member id as it was keyed.</summary>
    public string MemberIdGiven { get; private set; } = "";

    public long BillingAccountId { get; private set; }

    /// <summary>Box 33a: NPI of the billing provider, 10 digits.</summary>
    public string BillingNpi { get; private set; } = "";

    /// <summary>The provider account whose own NPI rendered the services; null when a practitioner of a group did.</summary>
    public long? RenderingAccountId { get; private set; }

    /// <summary>NPI of who rendered the services, 10 digits; null when none was given.</summary>
    public string? RenderingNpi { get; private set; }

    /// <summary>The provider's own account number of the patient.</summary>
    public string? PatientAccountNumber { get; private set; }

    /// <summary>The earliest date of service of its lines.</summary>
    public DateOnly FirstServiceDate { get; private set; }

    /// <summary>The latest date of service of its lines.</summary>
    public DateOnly LastServiceDate { get; private set; }

    public DateOnly? AdmissionDate { get; private set; }
    public DateOnly? DischargeDate { get; private set; }

    /// <summary>Whether it is a first submission, a corrected claim or a void.</summary>
    public ClaimFrequency Frequency { get; private set; }

    /// <summary>Number of the claim that this one replaces or voids; null for a first submission.</summary>
    public string? DocumentControlNumber { get; private set; }

    public long? ReplacesClaimId { get; private set; }
    public long? ResubmissionOfId { get; private set; }

    // CLM-08
    /// <summary>The calendar date of receipt in the market; timely filing and prompt pay count from it.</summary>
    public DateOnly ReceivedDate { get; private set; }

    /// <summary>The instant of receipt (UTC).</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Sum of the lines' charges, in US dollars.</summary>
    public decimal TotalCharge { get; private set; }

    /// <summary>What the plan allows for the services, in US dollars; 0 until there is a result.</summary>
    public decimal Allowed { get; private set; }

    /// <summary>What the plan paid, in US dollars; 0 until there is a result.</summary>
    public decimal Paid { get; private set; }

    /// <summary>What the patient owes, in US dollars; 0 until there is a result.</summary>
    public decimal PatientShare { get; private set; }

    /// <summary>Why it was denied, wholly or in part; null otherwise.</summary>
    public DenialCategory? DenialCategory { get; private set; }

    /// <summary>Why it waits; null unless it is pended.</summary>
    public ClaimPendReason? PendReason { get; private set; }

    /// <summary>The payment review it is or was pended for; null when there was none.</summary>
    public ClaimReviewKind? ReviewKind { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The staff user who decided; null for the core system and before a decision.</summary>
    public long? DecidedBy { get; private set; }

    /// <summary>The calendar date of the decision in the market; null before.</summary>
    public DateOnly? DecidedDate { get; private set; }

    /// <summary>The calendar date of payment; null when nothing was paid.</summary>
    public DateOnly? PaidDate { get; private set; }

    /// <summary>The calendar date on which the notice of the decision was mailed; null when none was.</summary>
    public DateOnly? NoticeMailedDate { get; private set; }

    /// <summary>Number of the check or electronic transfer that paid it, as printed.</summary>
    public string? CheckNumber { get; private set; }

    /// <summary>What check searches compare: <see cref="Claims.CheckNumber.Key"/>.</summary>
    public string? CheckNumberKey { get; private set; }

    // CLM-24
    /// <summary>What the provider is told of it.</summary>
    public PortalClaimStatus Status => ClaimTransitions.PortalStatus(State, PendReason)!.Value;

    /// <summary>How many service lines it has.</summary>
    public int LineCount { get; private set; }

    // Filled only where the desks load them; everybody else reads them in batches through ClaimReads.
    internal List<ClaimLine> LineItems { get; } = [];
    internal List<ClaimDiagnosis> DiagnosisItems { get; } = [];
    internal List<ClaimOtherPayer> OtherPayerItems { get; } = [];
    internal List<ClaimReason> ReasonItems { get; } = [];
    internal List<ClaimRejection> RejectionItems { get; } = [];
    internal List<ClaimEvent> EventItems { get; } = [];
    internal SubmittedForm? Form { get; private set; }
    internal Claim? Replaces { get; private set; }

    /// <summary>Takes a claim in: SUBMITTED, with its lines open.</summary>
    internal static Claim Submit(ClaimFacts facts, Actor actor)
    {
        var claim = new Claim
        {
            Number = facts.Number,
            Type = facts.Type,
            State = ClaimState.Draft,
            Market = facts.Market,
            Lob = facts.Lob,
            MemberId = facts.MemberId,
            MemberIdGiven = facts.MemberIdGiven,
            BillingAccountId = facts.BillingAccountId,
            BillingNpi = facts.BillingNpi,
            RenderingAccountId = facts.RenderingAccountId,
            RenderingNpi = facts.RenderingNpi,
            PatientAccountNumber = facts.PatientAccountNumber,
            FirstServiceDate = facts.Lines.Min(l => l.From),
            LastServiceDate = facts.Lines.Max(l => l.To),
            AdmissionDate = facts.AdmissionDate,
            DischargeDate = facts.DischargeDate,
            Frequency = facts.Replaces is null ? ClaimFrequency.Original : ClaimFrequency.Replacement,
            DocumentControlNumber = facts.Replaces?.Number,
            Replaces = facts.Replaces,
            ReceivedAt = facts.ReceivedAt,
            ReceivedDate = facts.ReceivedAt.DateIn(facts.Market),
            TotalCharge = facts.Lines.Sum(l => l.Charge),
            LineCount = facts.Lines.Count,
            Form = facts.FormJson is null ? null : new SubmittedForm(facts.FormJson),
        };
        claim.LineItems.AddRange(facts.Lines.Select((l, i) => new ClaimLine(i + 1, l)));
        claim.DiagnosisItems.AddRange(facts.Diagnoses.Select((code, i) => new ClaimDiagnosis(i + 1, code)));
        claim.OtherPayerItems.AddRange(facts.OtherPayers.Select((payer, i) => new ClaimOtherPayer(i + 1, payer)));
        claim.Move(ClaimState.Submitted, actor, facts.ReceivedAt, null);
        return claim;
    }

    /// <summary>Inserted by hand, under this id.</summary>
    internal void Stored(long id) => (Id, Version) = (id, 1);

    /// <summary>The one way to another state; null when it was taken.</summary>
    private Refusal? Move(ClaimState to, Actor actor, DateTimeOffset at, string? note)
    {
        if (ClaimTransitions.Refuse("claim", State, to) is { } refusal) return refusal;
        EventItems.Add(new ClaimEvent(State, to, actor, at, note));
        State = to;
        StateSince = at;
        if (to is not ClaimState.Pended) PendReason = null;
        return null;
    }

    internal ClaimFingerprint Fingerprint => new(Type, MemberId ?? 0, BillingNpi, RenderingNpi, FirstServiceDate, LastServiceDate,
        [.. LineItems.Select(l => l.Fingerprint)]);
}
