using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Portal.Graph.Host.Files;

/// <summary>Files over HTTP: <c>/files</c> sends one in one request and gives it back, <c>/uploads</c> is tus 1.0.</summary>
internal static class FileEndpoints
{
    public static IServiceCollection AddFileEndpoints(this IServiceCollection services) => services.AddSingleton<FileIds>();

    public static void MapFiles(this WebApplication app)
    {
        app.MapPost("/files", Streamed(FilePost.ReceiveAsync));
        app.MapMethods("/files/{id}", [HttpMethods.Get, HttpMethods.Head], FileDownload.SendAsync);
        app.MapTus("/uploads");
    }

    /// <summary>For bodies that are larger than the server lets others be; the endpoint stops at its own limit.</summary>
    public static Delegate Streamed(Func<HttpContext, Task<IResult>> handle) => async (HttpContext context) =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        try
        {
            return await handle(context);
        }
        catch (Exception e) when (e is ConnectionResetException or BadHttpRequestException || context.RequestAborted.IsCancellationRequested)
        {
            // The line broke, or the sender stopped: nobody is there for an answer.
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    };
}
