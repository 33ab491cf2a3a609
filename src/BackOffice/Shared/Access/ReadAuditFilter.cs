using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>PLT-03, PLT-06: what a page has read, and what it refused, is on record, durably, before the answer begins.</summary>
internal sealed class ReadAuditFilter(AuditLog audit) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && context.HandlerInstance is StaffPage { Refusals: { Count: > 0 } refusals })
            audit.Refused($"{context.ActionDescriptor.ViewEnginePath}:{context.HandlerMethod?.Name}".TrimEnd(':'), refusals.Select(refusal => refusal.Code));
        if (executed.Exception is null) await audit.FlushReadsAsync(context.HttpContext.RequestAborted);
    }
}
