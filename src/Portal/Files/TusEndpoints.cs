using System.Globalization;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Host.Files;

/// <summary>
/// ATT-18: tus 1.0.0 with creation, creation-with-upload, creation-defer-length, checksum, expiration and termination. What the product
/// refuses comes as problem details with its code.
/// </summary>
internal static class TusEndpoints
{
    private const string Extensions = "creation,creation-with-upload,creation-defer-length,checksum,expiration,termination";

    public static void MapTus(this WebApplication app, string path)
    {
        app.MapMethods(path, [HttpMethods.Options], OptionsAsync);
        app.MapMethods($"{path}/{{token}}", [HttpMethods.Options], OptionsAsync);
        app.MapPost(path, FileEndpoints.Streamed(context => CheckedAsync(context, c => TusCreation.CreateAsync(c, path))));
        app.MapMethods($"{path}/{{token}}", [HttpMethods.Head, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Post],
            FileEndpoints.Streamed(context => CheckedAsync(context, OfUploadAsync)));
    }

    private static async Task<IResult> OptionsAsync(HttpContext context, FileRuleBook rules, ActorScope scope)
    {
        var limits = await rules.ForAsync(scope.Actor.Market, context.RequestAborted);
        var headers = context.Response.Headers;
        headers[TusHeaders.Resumable] = headers["Tus-Version"] = TusHeaders.Version;
        headers["Tus-Extension"] = Extensions;
        headers["Tus-Checksum-Algorithm"] = "sha1,sha256";
        headers["Tus-Max-Size"] = limits.MaxBytes.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }

    // The protocol's own tests come first: who speaks another version must not be answered in this one.
    private static Task<IResult> CheckedAsync(HttpContext context, Func<HttpContext, Task<IResult>> handle)
    {
        var headers = context.Response.Headers;
        headers[TusHeaders.Resumable] = TusHeaders.Version;
        headers.CacheControl = "no-store";
        if (context.Request.Headers[TusHeaders.Resumable] == TusHeaders.Version) return handle(context);
        headers["Tus-Version"] = TusHeaders.Version;
        return Task.FromResult(Results.StatusCode(StatusCodes.Status412PreconditionFailed));
    }

    private static async Task<IResult> OfUploadAsync(HttpContext context)
    {
        var uploads = context.RequestServices.GetRequiredService<FileUploads>();
        var found = await uploads.FindAsync((string)context.Request.RouteValues["token"]!, context.RequestAborted);
        if (!found.Succeeded) return found.Refusals.ToProblem();
        // Some networks let only GET and POST through.
        var method = HttpMethods.IsPost(context.Request.Method) ? context.Request.Headers[TusHeaders.MethodOverride].ToString().ToUpperInvariant() : context.Request.Method;
        return method switch
        {
            "HEAD" => await StateAsync(context, uploads, found.Value),
            "PATCH" => await TusPart.AppendAsync(context, uploads, found.Value),
            "DELETE" => await EndAsync(context, uploads, found.Value),
            _ => Results.StatusCode(StatusCodes.Status405MethodNotAllowed),
        };
    }

    private static async Task<IResult> StateAsync(HttpContext context, FileUploads uploads, FileUpload upload)
    {
        if (await uploads.OffsetAsync(upload, context.RequestAborted) is not { } offset) return Results.StatusCode(StatusCodes.Status423Locked);
        var headers = context.Response.Headers;
        headers[TusHeaders.UploadOffset] = offset.ToString(CultureInfo.InvariantCulture);
        if (upload.Length is { } length) headers[TusHeaders.UploadLength] = length.ToString(CultureInfo.InvariantCulture);
        else headers[TusHeaders.UploadDeferLength] = "1";
        TusPart.Describe(context, upload, upload.File);
        return Results.Ok();
    }

    private static async Task<IResult> EndAsync(HttpContext context, FileUploads uploads, FileUpload upload)
    {
        await uploads.TerminateAsync(upload, context.RequestAborted);
        return Results.NoContent();
    }
}
