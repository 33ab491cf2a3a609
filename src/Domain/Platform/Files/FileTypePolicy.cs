namespace Portal.Graph.Domain.Platform.Files;

/// <summary>What may be uploaded, as the rules are on the day.</summary>
/// <param name="MaxBytes">The most bytes one file may have.</param>
/// <param name="Extensions">The accepted file name extensions, lower case, without the dot.</param>
/// <param name="UploadLife">How long an upload may take from its start.</param>
/// <param name="UnclaimedLife">How long a complete file waits for a submission.</param>
public sealed record FileRules(long MaxBytes, IReadOnlyList<string> Extensions, TimeSpan UploadLife, TimeSpan UnclaimedLife);

/// <summary>ATT-03, ATT-06, ATT-17: what is refused before the first byte, and what the bytes must show.</summary>
public static class FileTypePolicy
{
    /// <summary>How many bytes of both ends of a file tell its format.</summary>
    public const int SampleBytes = 65536;

    /// <summary>The faults of an offer, before anything is sent.</summary>
    public static Refusal? Refuse(FileOffer offer, FileRules rules)
    {
        if (offer.Name.Length is 0 or > StoredFile.NameLength)
            return new InvalidFormat("File name", $"1 to {StoredFile.NameLength} characters", "records.pdf") { Path = ["name"] };
        if (offer.Sha256 is { } hash && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigit)))
            return new InvalidFormat("SHA-256", "64 hexadecimal digits", new('0', 64)) { Path = ["sha256"] };
        var extension = Extension(offer.Name);
        if (!rules.Extensions.Contains(extension) || FileKind.OfExtension(extension) is not { } kind)
            return new FileTypeNotAllowed(offer.Name, rules.Extensions) { Path = ["name"] };
        if (!kind.Accepts(offer.ContentType)) return new FileTypeMismatch(offer.Name, offer.ContentType!) { Path = ["contentType"] };
        return offer.Length is { } length ? Refuse(offer.Name, length, rules.MaxBytes) : null;
    }

    // ATT-06: 104,857,600 bytes are accepted, one more is refused; a length below nothing is no length.
    public static Refusal? Refuse(string name, long length, long maxBytes) => length switch
    {
        <= 0 => new FileEmpty(name) { Path = ["size"] },
        _ when length > maxBytes => new FileTooLarge(name, maxBytes, length) { Path = ["size"] },
        _ => null,
    };

    // ATT-17: the type is checked by content, not name.
    /// <summary>The format that the name declares, when the content is of it.</summary>
    public static Outcome<FileKind> Recognize(string name, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var extension = Extension(name);
        return FileKind.OfExtension(extension) is { } kind && kind.Matches(head, tail) ? kind : new FileTypeMismatch(name, extension);
    }

    /// <summary>The name alone: what a browser sends may be a path, of either kind of system, and holds nothing invisible.</summary>
    public static string NameOf(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        return new string([.. name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format)]).Trim();
    }

    private static string Extension(string name) => name.LastIndexOf('.') is var dot and > 0 ? name[(dot + 1)..].ToLowerInvariant() : "";
}
