using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport;

/// <summary>Reads the body of a POST as JSON, strictly and up to a size.</summary>
internal static class RequestBody
{
    public static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The JSON, in which variables live: the caller disposes it when the request is answered.</summary>
    /// <exception cref="RequestRefusal">The body is too large, or not JSON.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await ReadAsync(reader, cancellationToken);
            if (read.Buffer.Length > maxBytes)
                throw TooLarge(maxBytes);
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            // Copied: the pipe takes its memory back before the variables are read.
            var bytes = read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            return Parse(bytes);
        }
    }

    /// <exception cref="RequestRefusal">It is not JSON.</exception>
    public static JsonDocument Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
            throw Bad(HttpErrorCodes.InvalidUtf8, "The body is not UTF-8.");
        try
        {
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException e) when (e.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            throw Bad(HttpErrorCodes.DuplicateKey, "The body has a JSON object with the same key twice.");
        }
        catch (JsonException e) when (e.Message.Contains("depth", StringComparison.Ordinal))
        {
            throw Bad(HttpErrorCodes.InvalidJson, $"The body is nested more than {Strict.MaxDepth} levels deep.");
        }
        catch (JsonException e)
        {
            throw Bad(HttpErrorCodes.InvalidJson, bytes.Length == 0 ? "The body is empty." : $"The body is not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (BadHttpRequestException e)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>The refusal of a body that the server could not take: too large for it, too slow, cut off.</summary>
    public static RequestRefusal Unreadable(BadHttpRequestException e) =>
        new(e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorCodes.RequestTooLarge : ErrorCodes.BadRequest, "The body could not be read.");

    private static RequestRefusal Bad(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    private static RequestRefusal TooLarge(int maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, ErrorCodes.RequestTooLarge, $"The body is larger than {maxBytes} bytes.");
}
