namespace Portal.Graph.Domain.Platform.Csv;

/// <summary>A row of the file that was not taken.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Column">The column that is at fault, as the template calls it; null when it is the whole row.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedRow(int Line, string? Column, string Reason)
{
    public override string ToString() => Column is null ? $"Line {Line}: {Reason}" : $"Line {Line}, {Column}: {Reason}";
}

/// <summary>What an import did.</summary>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that were there and are different now.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="RefusedCount">Rows that were not taken.</param>
/// <param name="Refused">The first 100 of them.</param>
/// <param name="IsKept">False when the file was to come in whole and was not: nothing of it is stored.</param>
public sealed record CsvImportReport(int Added, int Changed, int Unchanged, int RefusedCount, IReadOnlyList<RefusedRow> Refused, bool IsKept);

/// <summary>Counts what an import does row by row.</summary>
/// <param name="whole">One refused row refuses the file.</param>
internal sealed class CsvImportTally(bool whole)
{
    private const int MostListed = 100;
    private readonly List<RefusedRow> _refused = [];
    private int _refusedCount;

    public int Added { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }

    public void Refuse(RefusedRow row)
    {
        _refusedCount++;
        if (_refused.Count < MostListed) _refused.Add(row);
    }

    public CsvImportReport Report => new(Added, Changed, Unchanged, _refusedCount, _refused, !whole || _refusedCount == 0);
}
