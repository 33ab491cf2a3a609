using System.Linq.Expressions;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

// CLM-29
/// <summary>A claim being keyed: private to its account, and gone some days after its last change.</summary>
public sealed class ClaimDraft : IVersioned, IAccountRecord<ClaimDraft>
{
    // PLT-19
    static Expression<Func<ClaimDraft, bool>> IAccountRecord<ClaimDraft>.IsOfReader(PortalDb db) => draft => db.ReadsEveryAccount
        || (draft.Market == db.ReaderMarket && db.ReaderAccounts.Contains(draft.AccountId));

    private ClaimDraft() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>The billing provider, chosen before the form opens (CLM-02).</summary>
    public long AccountId { get; private set; }

    /// <summary>The market in which it was started and will be submitted.</summary>
    public Market Market { get; private set; }

    /// <summary>The national form, fixed when the draft was started.</summary>
    public ClaimType Type { get; private set; }

    /// <summary>DRAFT, SUBMITTED or DISCARDED.</summary>
    public ClaimState State { get; private set; }

    public long CreatedBy { get; private set; }

    /// <summary>When it was started (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last saved (UTC); the days until it expires count from here.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The claim that the draft became.</summary>
    public long? ClaimId { get; private set; }

    // CLM-01: what the dashboard lists, taken from the form at every save.
    /// <summary>The member id as keyed so far; null while there is none.</summary>
    public string? MemberIdGiven { get; private set; }

    /// <summary>The earliest date of service keyed so far; null while there is none.</summary>
    public DateOnly? FirstServiceDate { get; private set; }

    /// <summary>The latest date of service keyed so far; null while there is none.</summary>
    public DateOnly? LastServiceDate { get; private set; }

    /// <summary>Box 28 as keyed so far, in US dollars; null while there is none.</summary>
    public decimal? TotalCharge { get; private set; }

    internal Claim? Claim { get; private set; }
    internal string FormText { get; private set; } = "{}";
    internal string OtherPayersText { get; private set; } = "[]";

    /// <summary>The boxes of the form as last saved; empty once it is submitted, as the claim keeps the form.</summary>
    public ClaimForm Form => FormJson.Read<ClaimForm>(FormText);

    /// <summary>What other payers decided, as last saved.</summary>
    public IReadOnlyList<OtherPayer> OtherPayers => FormJson.Read<IReadOnlyList<OtherPayer>>(OtherPayersText);

    internal static ClaimDraft Start(ClaimType type, long accountId, Market market, long createdBy, DateTimeOffset at) => new()
    {
        Type = type, AccountId = accountId, Market = market, State = ClaimState.Draft, CreatedBy = createdBy, CreatedAt = at, ChangedAt = at,
    };

    internal Refusal? Save(ClaimForm form, IReadOnlyList<OtherPayer> otherPayers, DateTimeOffset at)
    {
        // Saving is no step of A.2, so what may still be saved is what may still be submitted.
        if (ClaimTransitions.Refuse("draft", State, ClaimState.Submitted) is { } refusal) return refusal;
        FormText = FormJson.Write(form);
        OtherPayersText = FormJson.Write(otherPayers);
        MemberIdGiven = form.MemberId?.Trim() is { Length: > 0 and <= 20 } given ? given : null;
        FirstServiceDate = form.Lines.Min(l => l.From);
        LastServiceDate = form.Lines.Max(l => l.To);
        TotalCharge = form.TotalCharge is >= 0 and <= 9_999_999_999.99m ? form.TotalCharge : null;
        ChangedAt = at;
        return null;
    }

    internal Refusal? Discard(DateTimeOffset at)
    {
        if (ClaimTransitions.Refuse("draft", State, ClaimState.Discarded) is { } refusal) return refusal;
        State = ClaimState.Discarded;
        // Nobody asked to keep a patient's data that was never sent.
        (FormText, OtherPayersText, MemberIdGiven, TotalCharge) = ("{}", "[]", null, null);
        (FirstServiceDate, LastServiceDate, ChangedAt) = (null, null, at);
        return null;
    }

    internal Refusal? MarkSubmitted(DateTimeOffset at)
    {
        if (ClaimTransitions.Refuse("draft", State, ClaimState.Submitted) is { } refusal) return refusal;
        (State, ChangedAt) = (ClaimState.Submitted, at);
        // The claim keeps the form; health data is stored once.
        (FormText, OtherPayersText) = ("{}", "[]");
        return null;
    }
}
