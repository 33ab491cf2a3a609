using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Host.Files;

/// <summary>
/// <c>POST /files</c>: one file as the body, named by <c>?name=</c> or Content-Disposition, or as the file of a form (multipart/form-data).
/// <c>Content-Digest: sha-256=:…:</c> (RFC 9530) is checked when it is there.
/// </summary>
internal static class FilePost
{
    public static Task<IResult> ReceiveAsync(HttpContext context) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            ? FormAsync(context, type.Parameters.FirstOrDefault(p => p.Name == "boundary")?.Value?.Trim('"'))
            : BodyAsync(context, type?.MediaType);

    private static async Task<IResult> BodyAsync(HttpContext context, string? mediaType)
    {
        var request = context.Request;
        var name = request.Query["name"].FirstOrDefault() ?? NameIn(request.Headers.ContentDisposition);
        if (string.IsNullOrWhiteSpace(name)) return new RequiredFieldMissing("File name") { Path = ["name"] }.ToProblem();
        return await StoreAsync(context, new(name, mediaType, request.ContentLength, Sha256Of(request)), request.Body);
    }

    private static async Task<IResult> FormAsync(HttpContext context, string? boundary)
    {
        if (string.IsNullOrEmpty(boundary)) return Bad("multipart/form-data needs a boundary.");
        var reader = new MultipartReader(boundary, context.Request.Body) { BodyLengthLimit = null };
        try
        {
            IResult? answer = null;
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (NameIn(section.ContentDisposition) is not { } name) continue;
                // The first file stays, unclaimed, and is deleted like every other that nobody takes.
                if (answer is not null) return Bad("Send one file in a request.");
                MediaTypeHeaderValue.TryParse(section.ContentType, out var type);
                answer = await StoreAsync(context, new(name, type?.MediaType, null), section.Body);
                // A refused file may have been left half read; nothing behind it matters.
                if (answer is not Created) return answer;
            }
            return answer ?? new RequiredFieldMissing("File").ToProblem();
        }
        catch (Exception e) when (e is InvalidDataException or IOException { InnerException: null })
        {
            return Bad("The form ended before its boundary did, or is none.");
        }
    }

    private static async Task<IResult> StoreAsync(HttpContext context, FileOffer offer, Stream bytes)
    {
        var intake = context.RequestServices.GetRequiredService<FileIntake>();
        var stored = await intake.ReceiveAsync(offer, bytes, context.RequestAborted);
        return stored.Succeeded ? new Created(FileAnswer.Of(stored.Value, context.RequestServices.GetRequiredService<FileIds>())) : stored.Refusals.ToProblem();
    }

    private static string? NameIn(string? disposition) =>
        ContentDispositionHeaderValue.TryParse(disposition, out var parsed) ? (parsed.FileNameStar ?? parsed.FileName)?.Trim('"') : null;

    private static string? Sha256Of(HttpRequest request)
    {
        const string sha256 = "sha-256=:";
        var digest = request.Headers["Content-Digest"].SelectMany(v => v!.Split(',')).Select(v => v.Trim()).FirstOrDefault(v => v.StartsWith(sha256, StringComparison.Ordinal));
        if (digest is null) return null;
        var hash = new byte[64];
        return Convert.TryFromBase64String(digest[sha256.Length..].TrimEnd(':'), hash, out var length) && length == 32 ? Convert.ToHexStringLower(hash.AsSpan(0, length)) : "";
    }

    private static IResult Bad(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    private sealed class Created(FileAnswer file) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Created(file.Url, file).ExecuteAsync(context);
        }
    }
}
