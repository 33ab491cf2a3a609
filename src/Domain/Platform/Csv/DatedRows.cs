using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Csv;

/// <summary>A row that says something of a code on the days on which it holds. No two of the same code and scope hold on the same day.</summary>
public interface IDatedRow<in T> : IEntity where T : class, IDatedRow<T>
{
    string Code { get; }
    DateOnly From { get; }
    DateOnly? To { get; set; }

    /// <summary>What it holds for beside the code; equal for rows that must not overlap.</summary>
    object? Scope { get; }

    bool SaysTheSameAs(T other);

    /// <summary>Says from now on what the other says; code, scope and first day stay.</summary>
    void Take(T other);
}

/// <summary>What became of a row of the file.</summary>
public enum DatedJoin { Added, Changed, Unchanged, Overlap }

/// <summary>How a file's rows join those that are there.</summary>
public static class DatedRows
{
    /// <summary>
    /// Joins a row to those of the same code and scope: the same first day writes it anew, an earlier open one ends the day before, any
    /// other overlap is refused.
    /// </summary>
    /// <param name="same">Those that hold on some of the row's days, or on days near them.</param>
    public static DatedJoin Join<T>(List<T> same, T row) where T : class, IDatedRow<T>
    {
        if (same.Find(r => r.From == row.From) is { } there)
        {
            if (there.To == row.To && there.SaysTheSameAs(row)) return DatedJoin.Unchanged;
            if (same.Exists(r => r != there && Overlap(r, row))) return DatedJoin.Overlap;
            there.Take(row);
            there.To = row.To;
            return DatedJoin.Changed;
        }
        if (same.Exists(r => Overlap(r, row) && !(r.To is null && r.From < row.From))) return DatedJoin.Overlap;
        foreach (var open in same.Where(r => r.To is null && r.From < row.From)) open.To = row.From.AddDays(-1);
        same.Add(row);
        return DatedJoin.Added;
    }

    private static bool Overlap<T>(T a, T b) where T : class, IDatedRow<T> => a.From <= (b.To ?? DateOnly.MaxValue) && b.From <= (a.To ?? DateOnly.MaxValue);
}
