using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Portal.Graph.Domain.Platform.Csv;

namespace Portal.Graph.BackOffice.Shared.Lists;

/// <summary>A table as a download, sent while it is read.</summary>
public sealed class CsvFile(CsvTable table) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{table.Name}.csv" }.ToString();
        return table.WriteAsync(response.Body, context.HttpContext.RequestAborted);
    }
}
