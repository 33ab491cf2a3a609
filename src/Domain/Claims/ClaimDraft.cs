using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>A claim being keyed: private to its account, and gone some days after its last change (CLM-29).</summary>
public sealed class ClaimDraft : IVersioned
{
    private ClaimDraft() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>The billing provider, chosen before the form opens (CLM-02).</summary>
    public long AccountId { get; private set; }

    public Market Market { get; private set; }
    public ClaimType Type { get; private set; }

    /// <summary>DRAFT, SUBMITTED or DISCARDED.</summary>
    public ClaimState State { get; private set; }

    public long CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The claim that the draft became.</summary>
    public long? ClaimId { get; private set; }

    /// <summary>What the dashboard lists (CLM-01), taken from the form at every save.</summary>
    public string? MemberIdGiven { get; private set; }

    public DateOnly? FirstServiceDate { get; private set; }
    public DateOnly? LastServiceDate { get; private set; }

    /// <summary>US dollars.</summary>
    public decimal? TotalCharge { get; private set; }

    internal Claim? Claim { get; private set; }
    internal string FormText { get; private set; } = "{}";
    internal string OtherPayersText { get; private set; } = "[]";

    public ClaimForm Form => FormJson.Read<ClaimForm>(FormText);
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

    internal Refusal? MarkSubmitted(Claim claim, DateTimeOffset at)
    {
        if (ClaimTransitions.Refuse("draft", State, ClaimState.Submitted) is { } refusal) return refusal;
        (State, Claim, ChangedAt) = (ClaimState.Submitted, claim, at);
        // The claim keeps the form; health data is stored once.
        (FormText, OtherPayersText) = ("{}", "[]");
        return null;
    }
}
