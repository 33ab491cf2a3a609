using System.Diagnostics;

namespace Portal.Graph.Host.Hosting;

/// <summary>Gives each request an id that the answer, the log and the audit rows share: W3C's trace id.</summary>
internal sealed class Correlation(RequestDelegate next)
{
    public const string Header = "X-Correlation-Id";

    public Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        context.Response.Headers[Header] = context.TraceIdentifier;
        return next(context);
    }
}
