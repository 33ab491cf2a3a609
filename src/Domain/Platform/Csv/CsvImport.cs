using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace Portal.Graph.Domain.Platform.Csv;

/// <summary>The first line of the file names other columns than the template's.</summary>
/// <param name="Expected">The columns of the template; those in brackets may be left out.</param>
public sealed record TemplateHeaderMismatch(string Expected) : Refusal($"The first line must name these columns: {Expected}. Download the template and fill it in.");

/// <summary>A row of the file that was not taken.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedRow(int Line, string Reason);

/// <summary>What an import did.</summary>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that were there and are different now.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="RefusedCount">Rows that were not taken.</param>
/// <param name="Refused">The first 100 of them.</param>
public sealed record CsvImportReport(int Added, int Changed, int Unchanged, int RefusedCount, IReadOnlyList<RefusedRow> Refused);

/// <summary>Counts what an import does row by row.</summary>
internal sealed class CsvImportTally
{
    private const int MostListed = 100;
    private readonly List<RefusedRow> _refused = [];
    private int _refusedCount;

    public int Added { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }

    public void Refuse(int line, string reason)
    {
        _refusedCount++;
        if (_refused.Count < MostListed) _refused.Add(new(line, reason));
    }

    public CsvImportReport Report => new(Added, Changed, Unchanged, _refusedCount, _refused);
}

/// <summary>One row by column name.</summary>
internal sealed class CsvImportRow(IReadOnlyDictionary<string, int> columns, string[] cells, int line)
{
    public int Line => line;

    /// <summary>The cell without spaces at its ends; null when it is empty or its column is not there.</summary>
    public string? this[string column] =>
        columns.TryGetValue(column, out var i) && i < cells.Length && cells[i].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The cell as a date; a cell that holds something else leaves its reason in <paramref name="fault"/>.</summary>
    public DateOnly? Date(string column, ref string? fault)
    {
        if (this[column] is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        fault ??= $"{column} must be a date such as 2026-01-31.";
        return null;
    }

    /// <summary>The cell as one of the enum's names, written in any case and with or without _; null when it is empty.</summary>
    public T? Choice<T>(string column, ref string? fault) where T : struct, Enum
    {
        if (this[column] is not { } text) return null;
        if (!text.Any(char.IsAsciiDigit) && Enum.TryParse<T>(text.Replace("_", ""), ignoreCase: true, out var value)) return value;
        fault ??= $"{column} must be one of {string.Join(", ", Enum.GetNames<T>())}.";
        return null;
    }
}

/// <summary>Rows of an uploaded CSV file, read as it comes in; never the whole file in memory.</summary>
internal static class CsvImport
{
    /// <summary>Null when the first line has all required columns and no unknown one.</summary>
    public static async Task<(TemplateHeaderMismatch? Refusal, IAsyncEnumerable<CsvImportRow> Rows)> OpenAsync(
        Stream file, IReadOnlyList<string> required, IReadOnlyList<string> optional, CancellationToken ct)
    {
        var expected = string.Join(", ", required.Concat(optional.Select(column => $"[{column}]")));
        var reader = CsvReader.Create(file, new CsvReaderOptions { HasHeader = true, TrackLineNumbers = true }, leaveOpen: true);
        var any = false;
        try
        {
            any = await reader.ReadAsync(ct);
        }
        catch (CsvFormatException)
        {
            await reader.DisposeAsync();
            return (new(expected), AsyncEnumerable.Empty<CsvImportRow>());
        }
        var columns = (any ? reader.Headers : []).Select((name, i) => (Name: name.Trim(), i)).GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(c => c.Key, c => c.First().i, StringComparer.OrdinalIgnoreCase);
        if (required.All(columns.ContainsKey) && columns.Keys.All(c => required.Concat(optional).Contains(c, StringComparer.OrdinalIgnoreCase))) return (null, RowsAsync(reader, columns, ct));
        await reader.DisposeAsync();
        return (new(expected), AsyncEnumerable.Empty<CsvImportRow>());
    }

    private static async IAsyncEnumerable<CsvImportRow> RowsAsync(CsvReader reader, Dictionary<string, int> columns, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var _ = reader;
        do yield return new(columns, reader.Current.ToArray(), (int)reader.LineNumber);
        while (await reader.ReadAsync(ct));
    }
}
