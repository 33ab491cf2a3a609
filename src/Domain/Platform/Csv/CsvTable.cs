using CsvHelper;

namespace Portal.Graph.Domain.Platform.Csv;

/// <summary>A table to download: UTF-8, CRLF, written while it is read; no cell of it is a formula to a spreadsheet.</summary>
/// <param name="Name">The file's name without its ending; nothing about a patient.</param>
/// <param name="Header">The columns' names.</param>
/// <param name="Rows">The rows, one cell for each column.</param>
public sealed record CsvTable(string Name, IReadOnlyList<string> Header, IAsyncEnumerable<IReadOnlyList<string>> Rows)
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\r\n" };

    public async Task WriteAsync(Stream to, CancellationToken ct)
    {
        var csv = CsvWriter.Create(to, Options, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            await csv.WriteRecordAsync([.. Header], ct);
            await foreach (var row in Rows.WithCancellation(ct)) await csv.WriteRecordAsync([.. row], ct);
            await csv.FlushAsync(ct);
        }
    }
}
