using System.Collections.Frozen;

namespace Portal.Graph.Domain.Imports;

/// <summary>
/// ICD-10-CM codes near the commonest SNOMED CT diagnoses of Synthea (about 97% of its claim diagnoses): good enough for made-up
/// claims, not clinical truth.
/// </summary>
internal static class SnomedMap
{
    private static readonly Lazy<FrozenDictionary<string, string>> Codes = new(Load);

    public static string? Icd10(string snomed) => Codes.Value.GetValueOrDefault(snomed);

    private static FrozenDictionary<string, string> Load()
    {
        using var reader = new StreamReader(typeof(SnomedMap).Assembly.GetManifestResourceStream("imports.snomed-to-icd10cm.tsv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split('\t')).ToFrozenDictionary(cells => cells[0], cells => cells[1]);
    }
}
