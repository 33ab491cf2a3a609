using System.Collections.Frozen;

namespace Portal.Graph.Domain.Claims.Codes;

/// <summary>A short list of codes with their texts, read on first use.</summary>
public sealed class CodeTexts
{
    private readonly Lazy<FrozenDictionary<string, string>> _texts;

    private CodeTexts(string resource) => _texts = new(() =>
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        CodeResource.Read(resource, line =>
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            texts.Add(line[..tab], line[(tab + 1)..]);
        });
        return texts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>Where the service was given (box 24B); the list is complete.</summary>
    public static readonly CodeTexts PlacesOfService = new("place-of-service");

    /// <summary>HCPCS level II modifiers; not complete.</summary>
    public static readonly CodeTexts Modifiers = new("modifiers");

    /// <summary>Claim adjustment reason codes (CARC) in own words; not complete.</summary>
    public static readonly CodeTexts AdjustmentReasons = new("carc");

    /// <summary>Remittance advice remark codes (RARC) in own words; not complete.</summary>
    public static readonly CodeTexts RemittanceRemarks = new("rarc");

    /// <summary>Who bears an adjustment: CO, PR, OA, PI, CR.</summary>
    public static readonly CodeTexts AdjustmentGroups = new("adjustment-groups");

    public bool Contains(string code) => _texts.Value.ContainsKey(code);

    /// <summary>The text; null for a code that the list does not know.</summary>
    public string? Find(string code) => _texts.Value.GetValueOrDefault(code);

    public IEnumerable<KeyValuePair<string, string>> All => _texts.Value.OrderBy(t => t.Key, StringComparer.Ordinal);
}
