using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Graph.BackOffice.Shared.Confirmation;

/// <summary>Asks before a handler that <see cref="ConfirmsAttribute"/> names. A form with faults is not asked about: its page shows them first.</summary>
internal sealed class ConfirmationFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !context.ModelState.IsValid) return next();
        if (request.Form[Question.Answer] == "yes") return next();
        var handler = context.HandlerMethod?.Name ?? "";
        var asks = context.ActionDescriptor.ModelTypeInfo?.GetCustomAttributes<ConfirmsAttribute>().FirstOrDefault(one => one.Handler == handler);
        if (asks is null) return next();
        context.Result = new ViewResult
        {
            ViewName = "/Shared/Confirmation/Confirm.cshtml",
            ViewData = new ViewDataDictionary<Question>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = Question.Of(asks, request) },
        };
        return Task.CompletedTask;
    }
}
