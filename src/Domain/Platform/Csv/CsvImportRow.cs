using System.Globalization;

namespace Portal.Graph.Domain.Platform.Csv;

/// <summary>One row by column name. The first fault that is found refuses it.</summary>
internal sealed class CsvImportRow(IReadOnlyDictionary<string, int> columns, string[] cells, int line)
{
    public int Line => line;

    /// <summary>Why the row is not taken; null as long as nothing is wrong with it.</summary>
    public RefusedRow? Refused { get; private set; }

    /// <summary>The cell without spaces at its ends; null when it is empty or its column is not there.</summary>
    public string? this[string column] =>
        columns.TryGetValue(column, out var i) && i < cells.Length && cells[i].Trim() is { Length: > 0 } text ? text : null;

    public void Refuse(string? column, string reason) => Refused ??= new(line, column, reason);

    /// <summary>The cell as a date; null when it is empty or refused.</summary>
    public DateOnly? Date(string column)
    {
        if (this[column] is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Refuse(column, "must be a date such as 2026-01-31.");
        return null;
    }

    /// <summary>The cell as one of the enum's names, written in any case and with or without _; refused when it is none.</summary>
    public T Chosen<T>(string column) where T : struct, Enum
    {
        var text = this[column]?.Replace("_", "") ?? "";
        if (text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value)) return value;
        Refuse(column, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    /// <summary>The columns <c>from</c> and <c>to</c>; refused without a first day, or when the last is before it.</summary>
    public (DateOnly From, DateOnly? To) Days()
    {
        var (from, to) = (Date("from"), Date("to"));
        if (from is null) Refuse("from", "must be a date such as 2026-01-31.");
        if (to < from) Refuse("to", "is before from.");
        return (from ?? default, to);
    }

    /// <summary>Refuses what no column can be asked for: cells beyond the last column, and bytes that were no text.</summary>
    public CsvImportRow Checked()
    {
        var named = columns.Values.Max() + 1;
        if (cells.Skip(named).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            Refuse(null, $"has {cells.Length} cells for {named} columns. Put quotes around a text that holds a comma.");
        foreach (var (column, i) in columns)
            if (i < cells.Length && cells[i].Contains('\uFFFD')) Refuse(column, "holds characters that cannot be read. Save the file as CSV UTF-8.");
        return this;
    }
}
