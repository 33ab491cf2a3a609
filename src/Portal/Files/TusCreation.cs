using System.Globalization;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Host.Files;

/// <summary>Creation of an upload, with its first bytes when they come along.</summary>
internal static class TusCreation
{
    /// <param name="path">Where uploads are.</param>
    public static async Task<IResult> CreateAsync(HttpContext context, string path)
    {
        var request = context.Request;
        var length = TusHeaders.Number(request.Headers[TusHeaders.UploadLength]);
        var deferred = request.Headers[TusHeaders.UploadDeferLength] == "1";
        // Exactly one of both.
        if (length is null != deferred || (deferred && request.Headers.ContainsKey(TusHeaders.UploadLength)))
            return Results.Problem($"{TusHeaders.UploadLength}, or {TusHeaders.UploadDeferLength}: 1, is needed.", statusCode: StatusCodes.Status400BadRequest);
        if (TusHeaders.Metadata(request.Headers[TusHeaders.UploadMetadata]) is not { } metadata)
            return Results.Problem($"{TusHeaders.UploadMetadata} must be keys with values in base64.", statusCode: StatusCodes.Status400BadRequest);
        if (metadata.GetValueOrDefault("filename") is not { Length: > 0 } name)
            return new RequiredFieldMissing("File name (filename in Upload-Metadata)").ToProblem();

        var uploads = context.RequestServices.GetRequiredService<FileUploads>();
        var started = await uploads.StartAsync(new(name, metadata.GetValueOrDefault("filetype"), length, metadata.GetValueOrDefault("sha256")), context.RequestAborted);
        if (!started.Succeeded) return started.Refusals.ToProblem();
        context.Response.Headers.Location = $"{request.PathBase}{path}/{started.Value.Token}";
        if (request.ContentType != TusHeaders.PartType)
        {
            TusPart.Describe(context, started.Value, null);
            return Results.StatusCode(StatusCodes.Status201Created);
        }
        return await TusPart.AppendAsync(context, uploads, started.Value, isCreation: true);
    }
}
