using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>PLT-06: what a page has read is on record, durably, before the answer begins.</summary>
internal sealed class ReadAuditFilter(AuditLog audit) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is null) await audit.FlushReadsAsync(context.HttpContext.RequestAborted);
    }
}
