using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Timekeeping;

// PLT-09
/// <summary>What went on in a queue of a market on a day that is over. A day without items has no row.</summary>
public sealed class QueueDay : IEntity
{
    public long Id { get; private set; }
    public required string Queue { get; init; }
    public required Market Market { get; init; }

    /// <summary>A day of the market's calendar.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Items that came.</summary>
    public required int Opened { get; init; }

    /// <summary>Items done or cancelled.</summary>
    public required int Closed { get; init; }

    /// <summary>Items open at the end of the day.</summary>
    public required int Open { get; init; }

    /// <summary>Of those, overdue.</summary>
    public required int Breached { get; init; }
}

internal sealed class QueueDayMapping : IEntityTypeConfiguration<QueueDay>
{
    public void Configure(EntityTypeBuilder<QueueDay> day)
    {
        day.Property(d => d.Queue).HasMaxLength(40);
        day.HasIndex(d => new { d.Queue, d.Market, d.Date }).IsUnique();
        day.HasIndex(d => new { d.Market, d.Date });
    }
}
