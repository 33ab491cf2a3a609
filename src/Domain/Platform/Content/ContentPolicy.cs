namespace Portal.Graph.Domain.Platform.Content;

/// <summary>A text with markup in it, or a link of a kind that could run in a reader's browser.</summary>
/// <param name="Label">The field's label.</param>
public sealed record ContentUnsafeMarkup(string Label)
    : Refusal($"{Label} must be plain text without markup; a link must begin with https://, tel: or mailto:.");

/// <summary>COM-08: what staff write is shown to everybody, so it is plain text and links lead to web pages, telephones and mail only.</summary>
public static class ContentPolicy
{
    private static readonly string[] Schemes = [Uri.UriSchemeHttps, "tel", Uri.UriSchemeMailto];

    public static IEnumerable<Refusal> Text(string label, string field, string? value, int longest, bool required = true)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0 && required) yield return new RequiredFieldMissing(label) { Path = [field] };
        if (text.Length > longest) yield return new InvalidFormat(label, $"at most {longest} characters", "a shorter text") { Path = [field] };
        if (HasMarkup(text)) yield return new ContentUnsafeMarkup(label) { Path = [field] };
    }

    public static IEnumerable<Refusal> Link(string label, string field, string? value, bool required = true)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
        {
            if (required) yield return new RequiredFieldMissing(label) { Path = [field] };
            yield break;
        }
        if (HasMarkup(text)) yield return new ContentUnsafeMarkup(label) { Path = [field] };
        else if (text.Length > LinkLength || !Uri.TryCreate(text, UriKind.Absolute, out var address))
            yield return new InvalidFormat(label, $"a web address of at most {LinkLength} characters", "https://www.example.org/guide.pdf") { Path = [field] };
        // A name before the host is a way to make an address look like another.
        else if (!Schemes.Contains(address.Scheme) || (address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length > 0))
            yield return new ContentUnsafeMarkup(label) { Path = [field] };
    }

    public const int LinkLength = 500;

    /// <summary>The text without spaces at its ends; null when nothing is left.</summary>
    public static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static bool HasMarkup(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')) return true;
            if (text[i] == '<' && i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?')) return true;
        }
        return false;
    }
}
