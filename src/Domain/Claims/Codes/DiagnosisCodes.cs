using System.Text;

namespace Portal.Graph.Domain.Claims.Codes;

/// <summary>Whether a diagnosis code can be billed on a date.</summary>
public enum DiagnosisVerdict { Valid, Unknown, NotSpecificEnough, NotYetValid, NoLongerValid }

/// <summary>
/// ICD-10-CM: about 98,000 codes and headings. Kept as sorted 64-bit keys, one status byte each and one block of UTF-8 titles
/// (about 6 MB), read on first use.
/// </summary>
public sealed class DiagnosisCodes
{
    /// <summary>New codes count from the first fiscal year after the older list, the widest reading of what is known.</summary>
    public static readonly DateOnly NewFrom = new(2022, 10, 1);

    /// <summary>Retired codes count to the last day before the newer list.</summary>
    public static readonly DateOnly RetiredThrough = new(2025, 9, 30);

    private static readonly Lazy<DiagnosisCodes> Shared = new(Load);

    private readonly ulong[] _keys;
    private readonly byte[] _statuses;
    private readonly int[] _titleEnds;
    private readonly byte[] _titles;

    private DiagnosisCodes(ulong[] keys, byte[] statuses, int[] titleEnds, byte[] titles) =>
        (_keys, _statuses, _titleEnds, _titles) = (keys, statuses, titleEnds, titles);

    public static DiagnosisCodes All => Shared.Value;

    public int Count => _keys.Length;

    /// <summary>The code as it is stored: upper case without the dot; null when it has not the form of an ICD-10-CM code.</summary>
    public static string? Normalize(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        if (code.Length > 4 && code[3] == '.') code = code.Remove(3, 1);
        return code.Length is >= 3 and <= 7 && char.IsAsciiLetterUpper(code[0]) && code.All(char.IsAsciiLetterOrDigit) ? code : null;
    }

    /// <summary>The code as people write it: with a dot after the third character.</summary>
    public static string Display(string code) => code.Length > 3 ? code.Insert(3, ".") : code;

    public DiagnosisVerdict On(string code, DateOnly date)
    {
        var at = Find(code);
        if (at < 0) return DiagnosisVerdict.Unknown;
        return (char)_statuses[at] switch
        {
            'B' => DiagnosisVerdict.Valid,
            'N' => date >= NewFrom ? DiagnosisVerdict.Valid : DiagnosisVerdict.NotYetValid,
            'R' when date <= RetiredThrough => DiagnosisVerdict.Valid,
            'R' => HasLonger(at) ? DiagnosisVerdict.NotSpecificEnough : DiagnosisVerdict.NoLongerValid,
            _ => DiagnosisVerdict.NotSpecificEnough,
        };
    }

    /// <summary>The short title; null for an unknown code and for one newer than the list of titles.</summary>
    public string? Title(string code)
    {
        var at = Find(code);
        if (at < 0) return null;
        var from = at == 0 ? 0 : _titleEnds[at - 1];
        return _titleEnds[at] == from ? null : Encoding.UTF8.GetString(_titles, from, _titleEnds[at] - from);
    }

    private int Find(string code) => Normalize(code) is { } known ? Array.BinarySearch(_keys, Key(known)) : -1;

    private bool HasLonger(int at)
    {
        if (at + 1 == _keys.Length) return false;
        // A longer code differs only in characters that are still zero in the shorter one's key.
        var unused = 0UL;
        for (var shift = 0; shift < 56 && ((_keys[at] >> shift) & 0xFF) == 0; shift += 8) unused |= 0xFFUL << shift;
        return (_keys[at + 1] & ~unused) == _keys[at];
    }

    private static ulong Key(string code)
    {
        var key = 0UL;
        for (var i = 0; i < 7; i++) key = key << 8 | (i < code.Length ? code[i] : 0U);
        return key;
    }

    private static DiagnosisCodes Load()
    {
        List<ulong> keys = new(100_000);
        List<byte> statuses = new(100_000);
        List<int> ends = new(100_000);
        var titles = new MemoryStream(5_000_000);
        CodeResource.Read("icd10cm", line =>
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            keys.Add(Key(line[..tab]));
            statuses.Add((byte)line[tab + 1]);
            titles.Write(Encoding.UTF8.GetBytes(line[(tab + 3)..]));
            ends.Add((int)titles.Length);
        });
        return new([.. keys], [.. statuses], [.. ends], titles.ToArray());
    }
}
