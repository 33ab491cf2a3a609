using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Portal.Graph.Domain.Claims.Codes;

/// <summary>Which list a procedure code belongs to, told by its form.</summary>
public enum ProcedureKind
{
    /// <summary>Five digits, or four digits and one of F, T, U, A, M. Owned by the AMA and not shipped: only the form is known.</summary>
    Cpt,

    /// <summary>A letter and four digits, in the public CMS list.</summary>
    HcpcsLevel2,

    /// <summary>D, H, S or T and four digits: dental, state and private payer codes, not in the public list; only the form is known.</summary>
    HcpcsUnlisted,
}

/// <summary>Procedure codes of box 24D (see PROVENANCE.md for what is known of them).</summary>
public static partial class ProcedureCodes
{
    private static readonly Lazy<FrozenDictionary<string, string>> Level2 = new(() =>
    {
        var codes = new Dictionary<string, string>(7000, StringComparer.Ordinal);
        CodeResource.Read("hcpcs-level2", line => codes.Add(line[..5], line[6..]));
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    });

    /// <summary>Null when the code has the form of none.</summary>
    public static ProcedureKind? KindOf(string code) =>
        Cpt().IsMatch(code) ? ProcedureKind.Cpt
        : !Hcpcs().IsMatch(code) ? null
        : code[0] is 'D' or 'H' or 'S' or 'T' ? ProcedureKind.HcpcsUnlisted
        : ProcedureKind.HcpcsLevel2;

    /// <summary>False only for a code of the public list's form that is not in the list; the list has no dates, so a listed code is valid on every date.</summary>
    public static bool IsKnown(string code) =>
        KindOf(code) is { } kind && (kind is not ProcedureKind.HcpcsLevel2 || Level2.Value.ContainsKey(code));

    /// <summary>The public descriptor; null where there is none to show.</summary>
    public static string? Text(string code) => Level2.Value.GetValueOrDefault(code);

    [GeneratedRegex("^[0-9]{4}[0-9FTUAM]$")]
    private static partial Regex Cpt();

    [GeneratedRegex("^[A-V][0-9]{4}$")]
    private static partial Regex Hcpcs();
}
