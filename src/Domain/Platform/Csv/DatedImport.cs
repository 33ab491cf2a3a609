using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Csv;

/// <summary>Brings a file of dated rows in, some lines at a time: what it needs of memory does not grow with the file or with what is stored.</summary>
/// <param name="db">Inside a write scope, which makes the whole file one change.</param>
/// <param name="stored">The rows that those of the file join; tracked.</param>
/// <param name="read">A line as a row, or null with the line refused.</param>
internal sealed class DatedImport<T>(PortalDb db, IQueryable<T> stored, Func<CsvImportRow, T?> read) where T : class, IDatedRow<T>
{
    private const int LinesAtATime = 2000;

    /// <summary>The last row that came in or was written anew; null when there was none.</summary>
    public T? Last { get; private set; }

    /// <param name="whole">One refused row refuses the file: the caller commits only what is kept.</param>
    public async Task<Outcome<CsvImportReport>> RunAsync(IAsyncEnumerable<CsvImportRow> lines, bool whole, CancellationToken ct)
    {
        var tally = new CsvImportTally(whole);
        try
        {
            await foreach (var some in lines.Chunk(LinesAtATime).WithCancellation(ct)) await BringInAsync(some, tally, ct);
        }
        catch (CsvFormatException broken)
        {
            return new TemplateLineBroken(broken.LineNumber);
        }
        return tally.Report;
    }

    private async Task BringInAsync(CsvImportRow[] lines, CsvImportTally tally, CancellationToken ct)
    {
        var rows = Array.ConvertAll(lines, line => line.Refused is null ? read(line) : null);
        var known = await KnownAsync([.. rows.OfType<T>()], ct);
        foreach (var (line, row) in lines.Zip(rows))
            if (row is null) tally.Refuse(line.Refused!);
            else Join(known, row, line, tally);
        await db.InsertAddedAsync(ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private void Join(Dictionary<(string, object?), List<T>> known, T row, CsvImportRow line, CsvImportTally tally)
    {
        if (!known.TryGetValue((row.Code, row.Scope), out var same)) known[(row.Code, row.Scope)] = same = [];
        switch (DatedRows.Join(same, row))
        {
            case DatedJoin.Added: db.Add(Last = row); tally.Added++; break;
            case DatedJoin.Changed: Last = same.Find(r => r.From == row.From); tally.Changed++; break;
            case DatedJoin.Unchanged: tally.Unchanged++; break;
            case DatedJoin.Overlap: tally.Refuse(new(line.Line, "from", $"{row.Code} has another row on some of these days.")); break;
        }
    }

    /// <summary>What is stored of the same codes and holds on some of the days between the first and the last of all these rows.</summary>
    private async Task<Dictionary<(string, object?), List<T>>> KnownAsync(List<T> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return [];
        var codes = rows.Select(r => r.Code).Distinct().ToList();
        var (first, last) = (rows.Min(r => r.From), rows.Max(r => r.To ?? DateOnly.MaxValue));
        var known = await stored.Where(r => codes.Contains(EF.Property<string>(r, nameof(r.Code)))
            && EF.Property<DateOnly>(r, nameof(r.From)) <= last && (EF.Property<DateOnly?>(r, nameof(r.To)) == null || EF.Property<DateOnly?>(r, nameof(r.To)) >= first)).ToListAsync(ct);
        return known.GroupBy(r => (r.Code, r.Scope)).ToDictionary(g => g.Key, g => g.ToList());
    }
}
