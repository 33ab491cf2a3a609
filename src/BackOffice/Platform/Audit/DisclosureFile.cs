using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.BackOffice.Platform.Audit;

/// <summary>The account as a download, sent while it is read. Its name has the dates and nothing about the member.</summary>
internal sealed class DisclosureFile(DisclosureAccount account) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("attachment") { FileName = $"disclosures-{account.From:yyyy-MM-dd}-{account.To:yyyy-MM-dd}.csv" }.ToString();
        return DisclosureCsv.WriteAsync(account, response.Body, context.HttpContext.RequestAborted);
    }
}
