using System.Globalization;
using CsvHelper;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>The account of disclosures as a CSV file, UTF-8, CRLF, written while it is read; no cell of it is a formula to a spreadsheet.</summary>
public static class DisclosureCsv
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\r\n" };

    private static readonly string[] Header =
    [
        "Row", "At (UTC)", "Member ID", "Action", "Record", "Record ID", "Fields", "Purpose", "By", "By kind", "Impersonated by", "Provider ID", "Provider", "Request",
    ];

    public static async Task WriteAsync(DisclosureAccount account, Stream to, CancellationToken ct)
    {
        var csv = CsvWriter.Create(to, Options, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            await csv.WriteRecordAsync(Header, ct);
            await foreach (var row in account.Rows.WithCancellation(ct)) await csv.WriteRecordAsync(Cells(account, row), ct);
            await csv.FlushAsync(ct);
        }
    }

    private static string[] Cells(DisclosureAccount account, Disclosure row) =>
    [
        row.Event.Seq.ToString(CultureInfo.InvariantCulture), row.Event.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        account.Member.ToString(), row.Event.Action, row.Event.Entity, row.Event.EntityId.ToString(CultureInfo.InvariantCulture),
        row.Event.FieldGroup ?? "", row.Event.Purpose?.ToString() ?? "", row.User ?? "", row.Event.ActorKind.ToString(), row.Impersonator ?? "", row.ProviderId ?? "", row.Provider ?? "",
        row.Event.CorrelationId,
    ];
}
