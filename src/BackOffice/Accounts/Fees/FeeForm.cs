using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.BackOffice.Accounts.Fees;

/// <summary>A fee schedule as it is written.</summary>
public sealed class FeeForm
{
    public string? Name { get; set; }
    public Market Market { get; set; }
    public Lob Lob { get; set; } = Lob.Marketplace;
    public string? DocumentUrl { get; set; }
    public ContentState State { get; set; }
    public int? Version { get; set; }

    public static FeeForm Of(FeeSchedule schedule) => new()
    {
        Name = schedule.Name, Market = schedule.Market, Lob = schedule.Lob, DocumentUrl = schedule.DocumentUrl, State = schedule.State, Version = schedule.Version,
    };

    public FeeScheduleDraft ToDraft() => new(Name ?? "", Market, Lob, DocumentUrl, State);
}
