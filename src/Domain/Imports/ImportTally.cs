namespace Portal.Graph.Domain.Imports;

/// <summary>Counts rows of one kind as they are taken, and tells how far it is.</summary>
internal sealed class ImportTally(string kind, string file, int total, List<RefusedRow> refusals, IProgress<ImportProgress>? progress)
{
    private const int Step = 500;
    private int _added, _unchanged, _refused;

    public ImportCount Count => new(kind, _added, _unchanged, _refused);

    public void Added() { _added++; Tell(); }

    public void Unchanged() { _unchanged++; Tell(); }

    public void Refused(int line, string reason)
    {
        refusals.Add(new(file, line, reason));
        _refused++;
        Tell();
    }

    /// <summary>Something of a row that was taken all the same.</summary>
    public void Remark(int line, string reason) => refusals.Add(new(file, line, reason));

    private void Tell()
    {
        var done = _added + _unchanged + _refused;
        if (done == total || done % Step == 0) progress?.Report(new(kind, done, total));
    }
}
