namespace Portal.Graph.Domain.Platform.Files.Scanning;

/// <summary>What a scanner said: the name of what it found, or null for nothing.</summary>
public readonly record struct ScanVerdict(string? Threat);

/// <summary>Looks for malware. Everything but a clear answer is an exception, and the file stays closed.</summary>
public interface IFileScanner
{
    /// <exception cref="ScanFailedException">There was no clear answer; ask again later.</exception>
    Task<ScanVerdict> ScanAsync(Stream bytes, CancellationToken ct);
}

/// <summary>The scanner is away, or gave no clear answer.</summary>
public sealed class ScanFailedException(string message, Exception? inner = null) : Exception(message, inner);
