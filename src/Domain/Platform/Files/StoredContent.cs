using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>What the virus scan says of a content.</summary>
public enum ScanState
{
    /// <summary>Not scanned yet; nobody can open it.</summary>
    Pending,

    /// <summary>The scanner found nothing.</summary>
    Clean,

    /// <summary>The scanner found something: the bytes are deleted and the same content is refused from now on.</summary>
    Infected,
}

// ATT-17
/// <summary>Bytes that are kept once, however many files have them: sealed, outside the database, under the name of their SHA-256.</summary>
public sealed class StoredContent : IEntity
{
    public long Id { get; private set; }

    /// <summary>Of the bytes as sent, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
    public required long SizeBytes { get; init; }

    /// <summary>Its name in the file store.</summary>
    public required string StoreName { get; init; }

    /// <summary>Which master key wraps <see cref="WrappedKey"/>.</summary>
    public required string KeyId { get; init; }

    /// <summary>The key of these bytes, sealed by the master key.</summary>
    public required byte[] WrappedKey { get; init; }
    public ScanState ScanState { get; private set; }

    /// <summary>What the scanner calls what it found.</summary>
    public string? Threat { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ScannedAt { get; private set; }

    /// <summary>Records the scanner's answer, once.</summary>
    /// <param name="threat">What was found; null for nothing.</param>
    public void Scanned(string? threat, DateTimeOffset now)
    {
        if (ScanState is not ScanState.Pending) throw new InvalidOperationException($"The content was scanned already and is {ScanState}.");
        (ScanState, Threat, ScannedAt) = (threat is null ? ScanState.Clean : ScanState.Infected, threat, now);
    }
}
