using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Imports;

/// <summary>How far an import is; several are reported for each kind.</summary>
/// <param name="Kind">What is being taken in, such as <c>members</c>.</param>
public sealed record ImportProgress(string Kind, int Done, int Total);

/// <summary>What became of the rows of one kind.</summary>
/// <param name="Added">New records.</param>
/// <param name="Unchanged">Already there from an earlier run.</param>
/// <param name="Refused">Rows not taken, each listed in <see cref="ImportReport.Refused"/>.</param>
public sealed record ImportCount(string Kind, int Added, int Unchanged, int Refused);

/// <summary>A row that was not taken, or a part of one that was left out.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Its line, from 1; the header is line 1.</param>
public sealed record RefusedRow(string File, int Line, string Reason);

/// <summary>The result of an import.</summary>
/// <param name="Notes">What the reader should know about how the data was read, such as the market chosen for it.</param>
public sealed record ImportReport(
    Market Market, IReadOnlyList<ImportCount> Counts, IReadOnlyList<RefusedRow> Refused, IReadOnlyList<string> Notes)
{
    public int Added => Counts.Sum(c => c.Added);
}

/// <summary>The folder lacks a file that the import cannot do without.</summary>
public sealed record ImportFileMissing(string File)
    : Refusal($"The file {File} is not there. Name a folder with Synthea's CSV files.");
