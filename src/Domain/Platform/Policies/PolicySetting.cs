using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

// A.2
/// <summary>Where a row stands. Only an approved one is in force.</summary>
public enum PolicyState
{
    /// <summary>Written by one person; in force for nobody.</summary>
    Draft,

    /// <summary>Approved by a second person; in force on its days.</summary>
    Approved,

    /// <summary>A draft that was given up; kept for its history.</summary>
    Withdrawn,
}

/// <summary>What happened to a row.</summary>
public enum PolicyChangeKind
{
    /// <summary>The draft was written.</summary>
    Drafted,

    /// <summary>The draft was written anew.</summary>
    Revised,

    /// <summary>A second person approved it.</summary>
    Approved,

    /// <summary>The draft, or a proposed end, was given up.</summary>
    Withdrawn,

    /// <summary>A last day was proposed.</summary>
    EndProposed,

    /// <summary>A second person approved the last day.</summary>
    Ended,

    /// <summary>A later row took over; the last day is the day before it.</summary>
    Succeeded,
}

// PLT-02
/// <summary>A market rule as a dated row. An empty market, line or program means "any".</summary>
public sealed class PolicySetting : IVersioned, IRuleRow
{
    private readonly List<PolicyChange> _changes = [];
    private DateOnly _from;
    private DateOnly? _to;
    private string _value = "";
    private string _source = "";
    private PolicyState _state = PolicyState.Approved;

    public long Id { get; private set; }

    /// <summary>Rises with every change. Send the one you read with a mutation: CONCURRENT_CHANGE tells that somebody was faster.</summary>
    public int Version { get; private set; }

    /// <summary>The key of the catalogue, such as <c>dispute.days</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The market it is for; null for all.</summary>
    public Market? Market { get; init; }

    /// <summary>The line of business it is for; null for all.</summary>
    public Lob? Lob { get; init; }

    /// <summary>The programme it is for; null for all.</summary>
    public string? Program { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get => _from; init => _from = value; }

    /// <summary>Last day in force; open when null.</summary>
    public DateOnly? To { get => _to; init => _to = value; }

    /// <summary>A number, a deadline, <c>true</c>/<c>false</c>, a text, or a list with commas, as its key demands.</summary>
    public required string Value { get => _value; init => _value = value; }

    /// <summary>The requirement, regulation or page it rests on.</summary>
    public required string Source { get => _source; init => _source = value; }

    /// <summary>Only an approved row is in force.</summary>
    public PolicyState State { get => _state; init => _state = value; }

    /// <summary>Who wrote it; "catalogue" for the rows that the program brings.</summary>
    public string Author { get; private set; } = "catalogue";

    public long? AuthorId { get; private set; }

    /// <summary>Who approved it; null while nobody has, and for the catalogue's rows.</summary>
    public string? Approver { get; private set; }

    /// <summary>A last day that waits for a second person; null when none does.</summary>
    public DateOnly? ProposedEnd { get; private set; }

    /// <summary>Who did what to it, oldest first. The catalogue's own rows begin without history.</summary>
    public IReadOnlyList<PolicyChange> Changes => _changes;

    public DateRange Days => new(From, To);

    public PolicyScope Scope => new(Market, Lob, Program);

    /// <summary>It waits for a second person.</summary>
    public bool AwaitsApproval => State is PolicyState.Draft || ProposedEnd is not null;

    internal bool IsDefault => Market is null && Lob is null && Program is null;

    internal static PolicySetting Draft(PolicyDraft draft, string value, PolicyHand hand)
    {
        var row = new PolicySetting
        {
            Key = draft.Key, Market = draft.Market, Lob = draft.Lob, Program = draft.Program, From = draft.From, To = draft.To,
            Value = value, Source = draft.Source.Trim(), State = PolicyState.Draft,
        };
        (row.Author, row.AuthorId) = (hand.Name, hand.UserId);
        row.Note(PolicyChangeKind.Drafted, hand, null, row.Words);
        return row;
    }

    internal Refusal? Revise(PolicyDraft draft, string value, PolicyHand hand)
    {
        if (State is not PolicyState.Draft) return Unchangeable();
        var before = Words;
        (_from, _to, _value, _source) = (draft.From, draft.To, value, draft.Source.Trim());
        (Author, AuthorId) = (hand.Name, hand.UserId);
        Note(PolicyChangeKind.Revised, hand, before, Words);
        return null;
    }

    /// <summary>PLT-02: whoever wrote a word of it does not approve it.</summary>
    internal Refusal? Approve(PolicyHand hand)
    {
        if (!AwaitsApproval) return Unchangeable();
        var written = State is PolicyState.Draft ? _changes : _changes.FindAll(c => c.Kind is PolicyChangeKind.EndProposed).TakeLast(1);
        if (written.Any(c => c.Kind is not PolicyChangeKind.Withdrawn && c.IsBy(hand))) return new ApprovalByAuthorForbidden("policy setting");
        var before = Words;
        if (State is PolicyState.Draft)
        {
            (_state, Approver) = (PolicyState.Approved, hand.Name);
            Note(PolicyChangeKind.Approved, hand, before, Words);
            return null;
        }
        (_to, ProposedEnd) = (ProposedEnd, null);
        Note(PolicyChangeKind.Ended, hand, before, Words);
        return null;
    }

    internal Refusal? ProposeEnd(DateOnly lastDay, PolicyHand hand)
    {
        if (State is PolicyState.Draft) return new PolicyApprovalRequired(Id);
        if (State is PolicyState.Withdrawn) return Unchangeable();
        ProposedEnd = lastDay;
        Note(PolicyChangeKind.EndProposed, hand, Words, $"until {lastDay:yyyy-MM-dd}");
        return null;
    }

    internal Refusal? Withdraw(PolicyHand hand)
    {
        if (!AwaitsApproval) return Unchangeable();
        var before = State is PolicyState.Draft ? Words : $"until {ProposedEnd:yyyy-MM-dd}";
        if (State is PolicyState.Draft) _state = PolicyState.Withdrawn;
        ProposedEnd = null;
        Note(PolicyChangeKind.Withdrawn, hand, before, null);
        return null;
    }

    /// <summary>The approved row gives way to one that begins on the day.</summary>
    internal void GiveWayTo(PolicySetting successor, PolicyHand hand)
    {
        var before = Words;
        (_to, ProposedEnd) = (successor.From.AddDays(-1), null);
        Note(PolicyChangeKind.Succeeded, hand, before, Words);
    }

    private string Words => $"{Value} · {Days}";

    private InvalidStateTransition Unchangeable() => new("policy setting", State.ToString().ToUpperInvariant(), State is PolicyState.Draft ? ["APPROVED", "WITHDRAWN"] : []);

    private void Note(PolicyChangeKind kind, PolicyHand hand, string? before, string? after) => _changes.Add(new(kind, hand, before, after));
}

internal sealed class PolicyMapping : IEntityTypeConfiguration<PolicySetting>
{
    public void Configure(EntityTypeBuilder<PolicySetting> row)
    {
        row.Ignore(p => p.Days).Ignore(p => p.Scope).Ignore(p => p.AwaitsApproval);
        row.Property(p => p.Key).HasMaxLength(80);
        row.Property(p => p.Program).HasMaxLength(60);
        row.Property(p => p.Value).HasMaxLength(1000);
        row.Property(p => p.Source).HasMaxLength(300);
        row.Property(p => p.Author).HasMaxLength(100);
        row.Property(p => p.Approver).HasMaxLength(100);
        row.HasIndex(p => new { p.Key, p.Market, p.Lob, p.Program, p.From });
        row.HasMany(p => p.Changes).WithOne().HasForeignKey(c => c.PolicySettingId);
        row.Navigation(p => p.Changes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
