using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>Why an accepted claim waits for a person.</summary>
internal sealed record IntakePend(ClaimPendReason Reason, ClaimReviewKind? Review, string Text);

/// <summary>One draft on its way in: gathers the plan's facts about it and applies the intake edits of CLM-09.</summary>
internal sealed class ClaimIntake(
    PortalDb db, MarketPolicies policies, Deadlines deadlines, ProviderAccount account, ClaimDraft draft, DateTimeOffset now)
{
    private readonly ClaimForm _form = draft.Form;
    private readonly IReadOnlyList<OtherPayer> _otherPayers = draft.OtherPayers;
    private readonly DateOnly _today = now.DateIn(draft.Market);
    private Member? _member;
    private Cover? _cover;
    private bool _renderingKnown;
    private long? _renderingAccountId;
    private (DuplicateVerdict Verdict, string? Number) _duplicate = (DuplicateVerdict.None, null);

    /// <summary>What the form itself shows, without any look-up.</summary>
    public IEnumerable<Refusal> FormFaults() =>
        ClaimFormPolicy.MissingFields(_form)
            .Concat(ClaimFormPolicy.Faults(_form, _today))
            .Concat(OtherPayerPolicy.Faults(_form, _otherPayers, _today));

    public async Task LookUpAsync(CancellationToken ct)
    {
        if (MemberNumber.TryParse(_form.MemberId, out var number))
            _member = await new MemberLookup(db).FindByNumberAsync(number, draft.Market, ct);
        if (_member is not null) _cover = await new CoverageLookup(db).EnrollmentOnAsync(_member.Id, draft.Market, First, ct);
        await LookUpRenderingAsync(ct);
        if (_member is null) return;
        // CLM-23: of two equal claims at the same time the second one sees the first.
        await db.LockAsync($"claims-of:{_member.Id}", ct);
        _duplicate = await ClaimDuplicateSearch.FindAsync(db, Fingerprint(_member.Id), ct);
    }

    /// <summary>CLM-22, CLM-23: late and repeated claims are answered at once; the draft stays.</summary>
    public async Task<List<Refusal>> RefusalsAsync(CancellationToken ct)
    {
        List<Refusal> refusals = [];
        var market = new PolicyScope(draft.Market, _cover?.Enrollment.Lob, _cover?.Enrollment.ProgramName);
        // CLM-22: the rule in force on the anchor date decides.
        var filing = await deadlines.OfAsync("claims.timelyFilingDays", market, Last, FilingDates, ct);
        var secondary = PrimaryPaid is { } paid ? await deadlines.OfAsync("claims.secondaryFilingDaysAfterPrimaryEob", market, paid, FilingDates, ct) : null;
        if (ClaimFilingPolicy.Refuse(_today, ClaimFilingPolicy.Decisive(filing!, secondary)) is { } late) refusals.Add(late);
        if (_duplicate is { Verdict: DuplicateVerdict.Exact, Number: { } number }) refusals.Add(new ClaimDuplicate(number));
        return refusals;
    }

    /// <summary>CLM-09: what only the plan's records can tell; any of these makes the claim REJECTED.</summary>
    public List<ClaimRejection> Rejections()
    {
        List<ClaimRejection> faults = [];
        if (_member is null)
            faults.Add(new("MEMBER_NOT_FOUND", "form.memberId", $"Member ID {_form.MemberId!.Trim()} is not known in {draft.Market.StateName()}."));
        else if (_cover is null)
            faults.Add(new("MEMBER_NOT_ELIGIBLE_ON_DATE", "form.memberId", $"The member is not eligible on {First:yyyy-MM-dd}, the first date of service."));
        if (BillingNpi != account.Npi)
            faults.Add(new("BILLING_NPI_UNKNOWN", "form.billingNpi", $"NPI {BillingNpi} is not known as the billing NPI of {account.Name}."));
        if (!_renderingKnown)
            faults.Add(new("RENDERING_NPI_UNKNOWN", "form.renderingNpi", $"NPI {RenderingNpi} is not known to the plan as a rendering provider."));
        if (TaxIds.Normalize(_form.TaxId!) != account.TaxId)
            faults.Add(new("TAX_ID_MISMATCH", "form.taxId", $"The tax ID is not the one of {account.Name}."));
        faults.AddRange(ClaimCodePolicy.Faults(_form).Select(f => new ClaimRejection(f.Code, string.Join('.', f.Path!), f.Message)));
        return faults;
    }

    /// <summary>CLM-23: a suspected duplicate, or an unusual charge, is looked at by a person.</summary>
    public async Task<IntakePend?> PendAsync(CancellationToken ct)
    {
        if (_duplicate is { Verdict: DuplicateVerdict.Suspected, Number: { } number })
            return new(ClaimPendReason.SuspectedDuplicate, null, $"Suspected duplicate of {number}");
        var limit = await policies.AmountAsync("claims.pendChargeAbove", new(draft.Market, _cover?.Enrollment.Lob), _today, ct);
        return _form.TotalCharge > limit.Value
            ? new(ClaimPendReason.HighCharge, ClaimReviewKind.HighDollar, $"Charge above {limit.Value}")
            : null;
    }

    public ClaimFacts Facts(string number) => new()
    {
        Number = number,
        Type = draft.Type,
        Market = draft.Market,
        Lob = _cover?.Enrollment.Lob,
        MemberId = _member?.Id,
        MemberIdGiven = _form.MemberId!.Trim(),
        BillingAccountId = account.Id,
        BillingNpi = BillingNpi,
        RenderingAccountId = _renderingAccountId,
        RenderingNpi = RenderingNpi,
        PatientAccountNumber = string.IsNullOrWhiteSpace(_form.PatientAccountNumber) ? null : _form.PatientAccountNumber.Trim(),
        ReceivedAt = now,
        Lines = Lines(),
        Diagnoses = [.. _form.Diagnoses.Select(d => DiagnosisCodes.Normalize(d)!)],
        OtherPayers = _otherPayers,
        FormJson = draft.FormText,
    };

    private DateOnly First => _form.Lines.Min(l => l.From)!.Value;
    private DateOnly Last => _form.Lines.Max(l => l.To)!.Value;
    private DateOnly? PrimaryPaid => _otherPayers.Max(p => p.PaidDate);

    private Dictionary<DeadlineAnchor, DateOnly> FilingDates
    {
        get
        {
            Dictionary<DeadlineAnchor, DateOnly> dates = new() { [DeadlineAnchor.DateOfService] = Last, [DeadlineAnchor.ServiceOrDischargeDate] = Last };
            if (PrimaryPaid is { } paid) dates[DeadlineAnchor.PrimaryEobDate] = paid;
            return dates;
        }
    }

    private string BillingNpi => _form.BillingNpi!.Trim();
    private string RenderingNpi => _form.RenderingNpi!.Trim();

    private ClaimLineFacts[] Lines() => [.. _form.Lines.Select(l => new ClaimLineFacts(
        l.From!.Value, l.To!.Value, ClaimFormPolicy.ProcedureCode(l.Code!), l.Units!.Value, l.Charge!.Value, l.PlaceOfService!.Trim(),
        [.. l.Modifiers.Select(m => m.Trim().ToUpperInvariant())], l.DiagnosisPointer!.Trim().ToUpperInvariant()))];

    private ClaimFingerprint Fingerprint(long memberId) =>
        new(draft.Type, memberId, BillingNpi, RenderingNpi, First, Last, [.. Lines().Select(l => l.Fingerprint)]);

    // CLM-09: rendering NPI known, as a person or as a provider account.
    private async Task LookUpRenderingAsync(CancellationToken ct)
    {
        var npi = RenderingNpi;
        if (npi == account.Npi)
        {
            (_renderingKnown, _renderingAccountId) = (true, account.Id);
            return;
        }
        _renderingAccountId = await db.Set<ProviderAccount>().Where(a => a.Npi == npi).OrderBy(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync(ct);
        _renderingKnown = _renderingAccountId is not null || await db.Set<Practitioner>().AnyAsync(p => p.Npi == npi, ct);
    }
}
