using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.Uploads;

/// <summary>The parts of one multipart request, its files written to disk while they arrive. Disposing it deletes them.</summary>
internal sealed class MultipartRequest(UploadScalar scalar, UploadOptions options) : IDisposable
{
    private const int LongestName = 255;

    private readonly Dictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _tickets = [];
    private JsonDocument? _json;
    private long _total;

    /// <summary>The part <c>operations</c>, with a ticket for each file.</summary>
    public JsonElement Json => _json!.RootElement;

    public void Dispose()
    {
        foreach (var ticket in _tickets)
            scalar.Forget(ticket);
        foreach (var file in _files.Values)
            file.Dispose();
        _json?.Dispose();
    }

    /// <exception cref="RequestRefusal">It is not such a request, or larger than allowed.</exception>
    public async Task ReadAsync(MultipartReader reader, int maxJsonBytes, CancellationToken cancellationToken)
    {
        var operations = await TextAsync(reader, "operations", maxJsonBytes, cancellationToken);
        var map = UploadMap.Parse(operations, await TextAsync(reader, "map", maxJsonBytes, cancellationToken));
        if (map.Count > options.MaxFiles)
            throw TooLarge($"At most {options.MaxFiles} files are taken at once.");
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var (name, fileName) = Disposition(section);
            if (fileName is null || !map.Has(name) || _files.ContainsKey(name))
                throw Bad("The multipart body has a part that is no file of the part 'map', or has one twice.");
            var file = _files[name] = new UploadedFile(options.Directory, fileName, section.ContentType);
            await CopyAsync(section.Body, file, cancellationToken);
            var ticket = scalar.Admit(file);
            _tickets.Add(ticket);
            map.Fill(name, ticket);
        }
        if (_files.Count < map.Count)
            throw Bad("A file of the part 'map' is missing.");
        _json = map.ToJson();
    }

    private static async Task<byte[]> TextAsync(MultipartReader reader, string expected, int maxBytes, CancellationToken cancellationToken)
    {
        if (await reader.ReadNextSectionAsync(cancellationToken) is not { } section || Disposition(section) is not (var name, null) || name != expected)
            throw Bad($"The parts of the multipart body must be 'operations', 'map' and then the files: '{expected}' is missing.");
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        int count;
        while ((count = await section.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (text.Length + count > maxBytes)
                throw TooLarge($"The part '{expected}' is larger than {maxBytes} bytes.");
            text.Write(buffer, 0, count);
        }
        return text.ToArray();
    }

    private async Task CopyAsync(Stream from, UploadedFile file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var length = 0L;
            int count;
            while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += count;
                _total += count;
                if (length > options.MaxFileBytes)
                    throw TooLarge($"A file is larger than {options.MaxFileBytes} bytes.");
                if (_total > options.MaxTotalBytes)
                    throw TooLarge($"The files are larger than {options.MaxTotalBytes} bytes together.");
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
            await file.FlushAsync(cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static (string Name, string? FileName) Disposition(MultipartSection section)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
            throw Bad("The multipart body has a part without a name.");
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        var file = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        if (!file.HasValue)
            return (name, null);
        var text = HeaderUtilities.RemoveQuotes(file).ToString();
        text = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
        return (name, text.Length > LongestName ? text[..LongestName] : text);
    }

    private static RequestRefusal Bad(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);

    private static RequestRefusal TooLarge(string message) => new(StatusCodes.Status413PayloadTooLarge, ErrorCodes.RequestTooLarge, message);
}
