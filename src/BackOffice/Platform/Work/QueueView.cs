using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>A column of a queue's list.</summary>
/// <param name="Css">How its cells are set, such as <c>amount</c>.</param>
public sealed record QueueColumn(string Label, string? Css = null);

/// <summary>What stands in a cell.</summary>
/// <param name="Below">A second, quieter line.</param>
/// <param name="Link">Where the text leads; null when the reader may not go there.</param>
/// <param name="Clock">A step that is due before the item is, shown before the text.</param>
public sealed record QueueCell(string? Text, string? Below = null, string? Link = null, DueClock? Clock = null);

/// <summary>A filter that a queue has beside the common ones.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Choices">The first means no choice; null where a date is asked for.</param>
public sealed record QueueFilter(string Key, string Label, IReadOnlyList<SelectListItem>? Choices = null)
{
    internal bool Takes(string choice) => Choices?.Any(known => known.Value == choice)
        ?? DateOnly.TryParseExact(choice, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

// Section C: "extra columns" and "extra filters".
/// <summary>What the list of a queue shows of its records. A capability registers one for its queue; without one a list shows number and reason.</summary>
public interface IQueueView
{
    /// <summary>As registered, such as <c>Q-CLAIM-PEND</c>.</summary>
    string Queue { get; }

    /// <summary>One sentence below the heading.</summary>
    string Purpose { get; }

    /// <summary>What free text is compared with.</summary>
    string TextLabel => "Subject";

    /// <summary>The columns between the provider and the clock.</summary>
    IReadOnlyList<QueueColumn> Columns { get; }

    IReadOnlyList<QueueFilter> Filters => [];

    /// <summary>Narrows the list by a choice of one of the <see cref="Filters"/>; a date is written <c>2026-03-31</c>.</summary>
    IQueryable<WorkItem> Narrow(IQueryable<WorkItem> items, string filter, string choice) => items;

    /// <summary>How to find items by a text that is neither number nor reason, such as a member ID; null when it is not one.</summary>
    Task<Func<IQueryable<WorkItem>, IQueryable<WorkItem>>?> FindAsync(string text, CancellationToken ct) =>
        Task.FromResult<Func<IQueryable<WorkItem>, IQueryable<WorkItem>>?>(null);

    /// <summary>The cells of these items, one for each of the <see cref="Columns"/>, in a fixed number of statements; what is read is audited where it is read.</summary>
    Task<ILookup<long, QueueCell>> CellsAsync(IReadOnlyList<WorkItem> items, CancellationToken ct);
}
