using System.Collections.Concurrent;
using System.Text;

namespace Portal.Graph.Domain.Platform;

/// <summary>
/// A refused request as a fact the user can act on (PLT-14). One record per refusal, named as the catalogue names it:
/// <c>ClaimDuplicate</c> has the code <c>CLAIM_DUPLICATE</c> and is <c>ClaimDuplicateError</c> in the API.
/// </summary>
/// <param name="Message">What is wrong and what to do instead, for the user.</param>
public abstract record Refusal(string Message)
{
    private static readonly ConcurrentDictionary<Type, string> Codes = new();

    /// <summary>The stable code, such as <c>CLAIM_DUPLICATE</c>.</summary>
    public string Code => CodeOf(GetType());

    /// <summary>The input field it is about, as field names and list indexes from the input's root; null when about the whole request.</summary>
    public IReadOnlyList<string>? Path { get; init; }

    /// <summary>The route that leads to the goal when this one is closed.</summary>
    public OtherPath? OtherPath { get; init; }

    public static string CodeOf(Type refusal) => Codes.GetOrAdd(refusal, static t =>
    {
        var code = new StringBuilder();
        for (var i = 0; i < t.Name.Length; i++)
        {
            if (i > 0 && char.IsUpper(t.Name[i])) code.Append('_');
            code.Append(char.ToUpperInvariant(t.Name[i]));
        }
        return code.ToString();
    });
}

public enum OtherPathKind { PortalPage, Phone, Fax, Mail, Form, ContactTeam }

/// <summary>Where to go instead; filled from the market's contact texts (COM-09), never hard-coded.</summary>
public sealed record OtherPath(
    OtherPathKind Kind, string Label, string? PageKey = null, string? Phone = null, string? Fax = null,
    string? MailAddress = null, string? FormKey = null);
