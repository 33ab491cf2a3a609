using System.Globalization;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Host.Files;

/// <summary>A part of an upload: PATCH, or the body of its creation.</summary>
internal static class TusPart
{
    public static async Task<IResult> AppendAsync(HttpContext context, FileUploads uploads, FileUpload upload, bool isCreation = false)
    {
        var request = context.Request;
        if (request.ContentType != TusHeaders.PartType) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if ((isCreation ? 0 : TusHeaders.Number(request.Headers[TusHeaders.UploadOffset])) is not { } offset)
            return Results.Problem($"{TusHeaders.UploadOffset} is needed.", statusCode: StatusCodes.Status400BadRequest);
        PartChecksum? checksum = null;
        if (request.Headers[TusHeaders.UploadChecksum].ToString() is { Length: > 0 } sum && (checksum = TusHeaders.Checksum(sum)) is null)
            return Results.Problem($"{TusHeaders.UploadChecksum} must be sha1 or sha256 with the hash in base64.", statusCode: StatusCodes.Status400BadRequest);
        var total = isCreation ? null : TusHeaders.Number(request.Headers[TusHeaders.UploadLength]);

        var step = await uploads.AppendAsync(upload, new(offset, request.Body, request.ContentLength, total, checksum), context.RequestAborted);
        return step.Succeeded ? Answer(context, upload, step.Value, isCreation) : step.Refusals.ToProblem();
    }

    /// <summary>When the upload ends and what it became.</summary>
    public static void Describe(HttpContext context, FileUpload upload, StoredFile? file)
    {
        var headers = context.Response.Headers;
        if (file is null) headers[TusHeaders.UploadExpires] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        else headers[TusHeaders.FileId] = context.RequestServices.GetRequiredService<FileIds>().Encode(file.Id);
    }

    private static IResult Answer(HttpContext context, FileUpload upload, UploadStep step, bool isCreation)
    {
        if (step.Kind is UploadStepKind.Stored or UploadStepKind.WrongOffset)
            context.Response.Headers[TusHeaders.UploadOffset] = step.Offset.ToString(CultureInfo.InvariantCulture);
        if (step.Kind is UploadStepKind.Stored) Describe(context, upload, step.File);
        return Results.StatusCode(step.Kind switch
        {
            UploadStepKind.Stored => isCreation ? StatusCodes.Status201Created : StatusCodes.Status204NoContent,
            UploadStepKind.WrongOffset => StatusCodes.Status409Conflict,
            UploadStepKind.Locked => StatusCodes.Status423Locked,
            UploadStepKind.TooLong => StatusCodes.Status413PayloadTooLarge,
        });
    }
}
