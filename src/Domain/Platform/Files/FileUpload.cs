using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files;

// ATT-18
/// <summary>An upload that may come in several parts, and go on after a cut connection until it expires.</summary>
public sealed class FileUpload : IEntity
{
    public long Id { get; private set; }

    /// <summary>Names the upload to its owner; 32 random bytes in base64url.</summary>
    public required string Token { get; init; }
    public required long UserId { get; init; }
    public long? AccountId { get; init; }

    /// <summary>The file's name as given, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>The declared media type; null when none was declared.</summary>
    public string? DeclaredType { get; init; }

    /// <summary>Length of the whole file in bytes; null until the sender knows it.</summary>
    public long? Length { get; private set; }

    /// <summary>SHA-256 that the whole file must have, in lower-case hexadecimal digits; null when none was declared.</summary>
    public string? DeclaredSha256 { get; init; }

    /// <summary>The most bytes it may have, as the rule was when it began.</summary>
    public required long MaxBytes { get; init; }
    public required string KeyId { get; init; }
    public required byte[] WrappedKey { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on nothing is accepted any more (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The file it became; null until it is complete.</summary>
    public long? FileId { get; private set; }
    public StoredFile? File { get; private set; }

    /// <summary>The file's name, type and hash as declared at the start.</summary>
    public FileOffer Offer => new(Name, DeclaredType, Length, DeclaredSha256);

    /// <summary>States the length; once stated it stays.</summary>
    public void Measure(long length) => Length ??= length;

    public void Become(StoredFile file) => File = file;
}

/// <summary>What a sender says of a file before its bytes.</summary>
/// <param name="Name">File name; folders in front are dropped.</param>
/// <param name="ContentType">Media type; null when unknown.</param>
/// <param name="Length">Bytes; null when unknown yet.</param>
/// <param name="Sha256">Of the whole file in hexadecimal digits; null when unknown.</param>
public sealed record FileOffer(string Name, string? ContentType, long? Length, string? Sha256 = null);
