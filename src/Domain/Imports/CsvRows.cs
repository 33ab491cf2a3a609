using System.Globalization;
using CsvHelper;

namespace Portal.Graph.Domain.Imports;

/// <summary>One row of a CSV file by column name; a column that the file lacks, or an empty cell, is null.</summary>
internal sealed class SourceRow(IReadOnlyDictionary<string, int> columns, string[] cells, int line)
{
    /// <summary>The row's line in the file, from 1.</summary>
    public int Line => line;

    public string? this[string column] =>
        columns.TryGetValue(column, out var i) && i < cells.Length && cells[i].Length > 0 ? cells[i] : null;

    /// <summary>The calendar date that the cell starts with, a time of day after it is left out; null when it is none.</summary>
    public DateOnly? Date(string column) =>
        this[column] is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;

    public decimal? Amount(string column) =>
        decimal.TryParse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? decimal.Round(amount, 2) : null;
}

internal static class CsvRows
{
    /// <summary>The rows under the header; none when the file is not there.</summary>
    public static List<SourceRow> Read(string path, char separator = ',')
    {
        if (!File.Exists(path)) return [];
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = separator, TrackLineNumbers = true });
        List<SourceRow> rows = [];
        Dictionary<string, int>? columns = null;
        while (reader.Read())
        {
            columns ??= reader.Headers.Select((name, i) => (name, i)).ToDictionary(c => c.name.Trim(), c => c.i, StringComparer.OrdinalIgnoreCase);
            rows.Add(new(columns, reader.Current.ToArray(), (int)reader.LineNumber));
        }
        return rows;
    }
}
