using Microsoft.Net.Http.Headers;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Host.Files;

/// <summary><c>GET /files/{id}</c>: the file as an attachment that no browser opens, guesses at or keeps; parts of it on demand.</summary>
internal static class FileDownload
{
    public static async Task<IResult> SendAsync(string id, HttpContext context, FileIds ids, FileReads reads, AuditLog audit)
    {
        var opened = ids.Decode(id) is { } key ? await reads.OpenAsync(key, context.RequestAborted) : new NotFound("file");
        if (!opened.Succeeded) return opened.Refusals.ToProblem();
        var (file, bytes) = opened.Value;
        try
        {
            // PLT-06: the read is on the record before the first byte leaves.
            await audit.FlushReadsAsync(context.RequestAborted);
        }
        catch
        {
            await bytes.DisposeAsync();
            throw;
        }
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.Stream(bytes, file.ContentType, file.Name, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}
