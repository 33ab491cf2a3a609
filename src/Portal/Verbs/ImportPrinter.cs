using Portal.Graph.Domain.Imports;

namespace Portal.Graph.Host.Verbs;

/// <summary>Shows an import's progress, a line for each tenth of a kind, and its result with every row that was not taken.</summary>
internal sealed class ImportPrinter(TextWriter output) : IProgress<ImportProgress>
{
    private (string Kind, int Tenth) _last = ("", -1);

    public void Report(ImportProgress value)
    {
        var now = (value.Kind, value.Total == 0 ? 10 : value.Done * 10 / value.Total);
        if (now == _last) return;
        _last = now;
        output.WriteLine($"{value.Kind}: {value.Done} of {value.Total}");
    }

    public static void Print(ImportReport report, TextWriter output)
    {
        foreach (var row in report.Refused) output.WriteLine($"not taken: {row.File} line {row.Line}: {row.Reason}");
        foreach (var note in report.Notes) output.WriteLine($"note: {note}");
        foreach (var count in report.Counts)
            output.WriteLine($"{count.Kind}: {count.Added} added, {count.Unchanged} there already, {count.Refused} not taken");
    }
}
