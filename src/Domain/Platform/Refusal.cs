using System.Collections.Concurrent;
using System.Text;

namespace Portal.Graph.Domain.Platform;

// PLT-14: a record is named as the catalogue names the refusal.
/// <summary>
/// A refused request as a fact the user can act on. One type per refusal: <c>ClaimDuplicateError</c> has the code
/// <c>CLAIM_DUPLICATE</c>.
/// </summary>
/// <param name="Message">What is wrong and what to do instead, for the user.</param>
public abstract record Refusal(string Message)
{
    private static readonly ConcurrentDictionary<Type, string> Codes = new();

    /// <summary>The stable code, such as <c>CLAIM_DUPLICATE</c>.</summary>
    public string Code => CodeOf(GetType());

    /// <summary>The input field it is about, as field names and list indexes from the input's root; null when about the whole request.</summary>
    public IReadOnlyList<string>? Path { get; init; }

    /// <summary>The route that leads to the goal when this one is closed; null when there is none.</summary>
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

/// <summary>What kind of route leads to the goal.</summary>
public enum OtherPathKind
{
    /// <summary>A page of the portal; its key is given.</summary>
    PortalPage,

    /// <summary>A telephone call.</summary>
    Phone,

    /// <summary>A fax.</summary>
    Fax,

    /// <summary>A letter by post.</summary>
    Mail,

    /// <summary>A form to fill in and send; its key is given.</summary>
    Form,

    /// <summary>The plan's contact team.</summary>
    ContactTeam,
}

// COM-09: filled from the market's contact texts, never hard-coded.
/// <summary>Where to go instead.</summary>
/// <param name="Kind">What kind of route it is; it tells which of the other fields is filled.</param>
/// <param name="Label">What to show, in words.</param>
/// <param name="PageKey">Fixed key of the portal's page; null when it is no page.</param>
/// <param name="Phone">Telephone number; null when it is no call.</param>
/// <param name="Fax">Fax number; null when it is no fax.</param>
/// <param name="MailAddress">Postal address in one text; null when it is no letter.</param>
/// <param name="FormKey">Fixed key of the form; null when it is no form.</param>
public sealed record OtherPath(
    OtherPathKind Kind, string Label, string? PageKey = null, string? Phone = null, string? Fax = null,
    string? MailAddress = null, string? FormKey = null);
