using System.Runtime.CompilerServices;
using CsvHelper;

namespace Portal.Graph.Domain.Platform.Csv;

/// <summary>The first line of the file names other columns than the template's.</summary>
/// <param name="Expected">The columns of the template; those in brackets may be left out.</param>
public sealed record TemplateHeaderMismatch(string Expected) : Refusal($"The first line must name these columns: {Expected}. Download the template and fill it in.");

/// <summary>From one line on the file cannot be told apart into cells, so that nothing of it is taken.</summary>
/// <param name="Line">The line, from 1.</param>
public sealed record TemplateLineBroken(long Line)
    : Refusal($"Line {Line} cannot be read: a quotation mark is missing, or stands where none belongs. Nothing was brought in.");

/// <summary>Rows of an uploaded CSV file, read as it comes in; never the whole file in memory.</summary>
internal static class CsvImport
{
    // A quote that is never closed ends here, and not with the file.
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = true, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, MaxRecordSize = 64 * 1024,
    };

    /// <summary>The rows, unless the first line lacks a required column or has an unknown one.</summary>
    public static async Task<(Refusal? Refusal, IAsyncEnumerable<CsvImportRow> Rows)> OpenAsync(
        Stream file, IReadOnlyList<string> required, IReadOnlyList<string> optional, CancellationToken ct)
    {
        var reader = CsvReader.Create(file, Options, leaveOpen: true);
        Refusal refusal = new TemplateHeaderMismatch(string.Join(", ", required.Concat(optional.Select(column => $"[{column}]"))));
        try
        {
            var any = await reader.ReadAsync(ct);
            var columns = (any ? reader.Headers : []).Select((name, i) => (Name: name.Trim(), i)).GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(c => c.Key, c => c.First().i, StringComparer.OrdinalIgnoreCase);
            if (required.All(columns.ContainsKey) && columns.Keys.All(c => required.Concat(optional).Contains(c, StringComparer.OrdinalIgnoreCase)))
                return (null, RowsAsync(reader, columns, ct));
        }
        catch (CsvFormatException broken)
        {
            if (broken.LineNumber > 1) refusal = new TemplateLineBroken(broken.LineNumber);
        }
        await reader.DisposeAsync();
        return (refusal, AsyncEnumerable.Empty<CsvImportRow>());
    }

    private static async IAsyncEnumerable<CsvImportRow> RowsAsync(CsvReader reader, Dictionary<string, int> columns, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var _ = reader;
        do yield return new CsvImportRow(columns, reader.Current.ToArray(), (int)reader.LineNumber).Checked();
        while (await reader.ReadAsync(ct));
    }
}
