using System.Globalization;

namespace Portal.Graph.Domain.Platform.Files;

// ATT-03, ATT-06, ATT-17, ATT-18

/// <summary>The file has no content.</summary>
/// <param name="Name">The file's name.</param>
public sealed record FileEmpty(string Name) : Refusal($"{Name} is empty. Choose the file again.");

/// <summary>The file is larger than one file may be.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="LimitBytes">The most bytes one file may have.</param>
/// <param name="Bytes">How many it has; null when it was stopped before its end.</param>
public sealed record FileTooLarge(string Name, long LimitBytes, long? Bytes) : Refusal(
    $"{Name} is {Size(Bytes, LimitBytes)}; the limit is {Mb(LimitBytes)} per file. Split it and send the parts.")
{
    // "100 MB; the limit is 100 MB" would be no reason.
    private static string Size(long? bytes, long limit) =>
        bytes is { } known ? Mb(known) == Mb(limit) ? $"{known.ToString("N0", CultureInfo.InvariantCulture)} bytes" : Mb(known) : $"over {Mb(limit)}";

    private static string Mb(long bytes) => (bytes / 1048576m).ToString("0.##", CultureInfo.InvariantCulture) + " MB";
}

/// <summary>Files of this type are not accepted.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Allowed">The accepted file name extensions.</param>
public sealed record FileTypeNotAllowed(string Name, IReadOnlyList<string> Allowed)
    : Refusal($"{Name} is of a type that is not accepted. Send one of: {string.Join(", ", Allowed)}.");

/// <summary>The content is not what the file's name or its declared type says.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Declared">The extension or media type that was declared.</param>
public sealed record FileTypeMismatch(string Name, string Declared)
    : Refusal($"The content of {Name} is not {Declared}. Save it again in that format, or give it the right name.");

/// <summary>The virus scan refused the file.</summary>
/// <param name="Name">The file's name.</param>
public sealed record FileInfected(string Name) : Refusal($"The virus scan refused {Name}. Check your computer and send a clean copy.");

/// <summary>The upload took longer than uploads may; its parts are deleted.</summary>
public sealed record UploadExpired() : Refusal("This upload has expired. Upload the file again.");

/// <summary>What arrived is not what was sent.</summary>
/// <param name="Name">The file's name.</param>
public sealed record UploadChecksumMismatch(string Name) : Refusal($"{Name} was damaged on its way. Upload it again.");

/// <summary>Bytes of the file are still missing.</summary>
/// <param name="Offset">How many bytes have arrived.</param>
/// <param name="Length">How many there are; null when that was never said.</param>
public sealed record UploadIncomplete(long Offset, long? Length)
    : Refusal(Length is null ? $"{Offset} bytes have arrived and the length was never given." : $"{Offset} of {Length} bytes have arrived. Send the rest first.");

/// <summary>The document cannot be opened yet: its virus scan, or the half hour after which it shows, is not over.</summary>
/// <param name="AvailableAt">When it can be opened, if that is known (UTC).</param>
public sealed record DocumentNotYetAvailable(DateTimeOffset? AvailableAt)
    : Refusal(AvailableAt is { } at ? $"The document can be opened from {at:u} on." : "The document is still being checked. Try again in a few minutes.");
