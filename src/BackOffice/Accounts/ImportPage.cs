using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Csv;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>A page of rows by code that come in by file: the file, what became of it, and the template to fill in.</summary>
public abstract class ImportPage : StaffPage
{
    protected const int PageSize = 50;

    /// <summary>The beginning of the code to show.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>One refused row refuses the file.</summary>
    [BindProperty]
    public bool Whole { get; set; }

    public CsvImportReport? Report { get; private set; }

    protected async Task BringInAsync(IFormFile? file, Func<Stream, Task<Outcome<CsvImportReport>>> import)
    {
        if (file is not { Length: > 0 })
        {
            Fault("file", "File is required.");
            return;
        }
        await using var bytes = file.OpenReadStream();
        var imported = await import(bytes);
        Report = imported.Value;
        foreach (var refusal in imported.Refusals) Fault("file", refusal.Message);
    }

    /// <summary>The columns, and a row to show the form.</summary>
    protected static CsvFile Template(string name, IEnumerable<string> columns, params string[] row) =>
        new(new(name, [.. columns], new IReadOnlyList<string>[] { row }.ToAsyncEnumerable()));
}
