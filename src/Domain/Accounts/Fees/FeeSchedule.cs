using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Fees;

/// <summary>What staff write of a schedule.</summary>
public sealed record FeeScheduleDraft(string Name, Market Market, Lob Lob, string? DocumentUrl, ContentState State);

// ACC-18
/// <summary>The plan's own prices for codes that Medicare's schedule does not price.</summary>
public sealed class FeeSchedule : IContent<FeeSchedule, FeeScheduleDraft>
{
    public const int NameLength = 120;

    private FeeSchedule() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>What it is called, such as "Marketplace behavioral health".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The market that it is for.</summary>
    public Market Market { get; private set; }

    /// <summary>The line of business that it is for.</summary>
    public Lob Lob { get; private set; }

    /// <summary>Where the whole schedule is as a document; null when there is none.</summary>
    public string? DocumentUrl { get; private set; }

    /// <summary>Whether providers see it.</summary>
    public ContentState State { get; private set; }

    public static FeeSchedule Of(FeeScheduleDraft draft)
    {
        var schedule = new FeeSchedule { Market = draft.Market, Lob = draft.Lob };
        schedule.Write(draft);
        return schedule;
    }

    /// <summary>Writes everything but market and line: the rows were priced for those.</summary>
    public void Write(FeeScheduleDraft draft) => (Name, DocumentUrl, State) = (draft.Name.Trim(), ContentPolicy.Trimmed(draft.DocumentUrl), draft.State);
}

/// <summary>A price of a schedule, for a code and the days on which it holds.</summary>
public sealed class FeeScheduleRow : IDatedRow<FeeScheduleRow>
{
    public const int UnitLength = 40;

    public long Id { get; private set; }
    public required long ScheduleId { get; init; }
    public FeeSchedule? Schedule { get; private set; }

    /// <summary>The CPT or HCPCS code.</summary>
    public required string Code { get; init; }

    /// <summary>The modifier with which the price holds; null without one.</summary>
    public string? Modifier { get; init; }

    /// <summary>The allowed amount in dollars for one unit.</summary>
    public required decimal Amount { get; set; }

    /// <summary>What a unit is, such as "per 15 minutes".</summary>
    public required string Unit { get; set; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day on which it holds; null while it is open.</summary>
    public DateOnly? To { get; set; }

    object? IDatedRow<FeeScheduleRow>.Scope => Modifier;

    bool IDatedRow<FeeScheduleRow>.SaysTheSameAs(FeeScheduleRow other) => (Amount, Unit) == (other.Amount, other.Unit);

    void IDatedRow<FeeScheduleRow>.Take(FeeScheduleRow other) => (Amount, Unit) = (other.Amount, other.Unit);

    public bool Holds(DateOnly on) => From <= on && (To is null || on <= To);
}
