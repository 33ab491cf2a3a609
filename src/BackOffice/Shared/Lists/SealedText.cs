using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Graph.BackOffice.Shared.Lists;

/// <summary>
/// PLT-17: what a person typed into a search may name a patient, and addresses end in logs and histories. A list keeps such
/// text in its address all the same, so that it can be paged and bookmarked, but sealed with the host's keys.
/// </summary>
public sealed class SealedText(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Portal.Graph.BackOffice.SearchText");

    public string? Seal(string? text) => string.IsNullOrWhiteSpace(text) ? null : _protector.Protect(text.Trim());

    /// <summary>The text, or null when there is none or it was not sealed here.</summary>
    public string? Open(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try { return _protector.Unprotect(token); }
        catch (CryptographicException) { return null; }
    }
}
