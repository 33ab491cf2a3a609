using System.Security.Cryptography;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>What a part must hash to.</summary>
public readonly record struct PartChecksum(HashAlgorithmName Algorithm, byte[] Hash);

/// <summary>A part of an upload as it arrives.</summary>
/// <param name="Offset">Where its sender thinks the upload stands.</param>
/// <param name="Bytes">Its bytes, read once.</param>
/// <param name="Length">How many they are; null when the sender did not say.</param>
/// <param name="TotalLength">Length of the whole file, when the sender says it only now.</param>
public sealed record UploadPart(long Offset, Stream Bytes, long? Length = null, long? TotalLength = null, PartChecksum? Checksum = null);

public enum UploadStepKind
{
    /// <summary>The part is stored.</summary>
    Stored,

    /// <summary>The upload stands elsewhere; nothing was stored.</summary>
    WrongOffset,

    /// <summary>Another request writes to it; nothing was stored.</summary>
    Locked,

    /// <summary>The part goes beyond the length that was declared; nothing was stored.</summary>
    TooLong,
}

/// <summary>Where an upload stands after a part.</summary>
/// <param name="File">What it became by its last part.</param>
public sealed record UploadStep(UploadStepKind Kind, long Offset, StoredFile? File = null);
