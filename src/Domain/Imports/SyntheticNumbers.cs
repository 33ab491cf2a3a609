using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Graph.Domain.Imports;

/// <summary>
/// Made-up business numbers for made-up people and providers. They depend on nothing but the key, so every import and every demo
/// plan gives the same ones: the first 8 bytes of the key's SHA-256, reduced to the number's range; when a number is taken, the next free one.
/// </summary>
public static class SyntheticNumbers
{
    /// <summary>Ten digits starting with 29, the last a Luhn digit over the prefix 80840; no real provider's number starts so.</summary>
    public static string Npi(string key, Func<string, bool> isTaken) => Free(key, 10_000_000, n => WithCheckDigit($"29{n:D7}"), isTaken);

    /// <summary>Nine digits starting with 9.</summary>
    public static string TaxId(string key) => Free(key, 100_000_000, n => $"9{n:D8}", _ => false);

    /// <summary>Twelve digits starting with 2.</summary>
    public static string ProviderId(string key, Func<string, bool> isTaken) => Free(key, 100_000_000_000, n => $"2{n:D11}", isTaken);

    /// <summary>A subscriber number: nine digits, from 400000000 up, clear of the demo plan's.</summary>
    public static string SubscriberNumber(string key, Func<string, bool> isTaken) =>
        Free(key, 600_000_000, n => (400_000_000 + n).ToString(CultureInfo.InvariantCulture), isTaken);

    /// <summary>S and eleven digits.</summary>
    public static string MedicaidId(string key) => Free(key, 100_000_000_000, n => $"S{n:D11}", _ => false);

    // NPI: Luhn as if 80840 stood before the number, which adds 24 to the sum.
    /// <summary>The nine digits with their check digit.</summary>
    public static string WithCheckDigit(string nineDigits)
    {
        var sum = 24;
        for (var i = 0; i < 9; i++)
        {
            var digit = nineDigits[i] - '0';
            sum += i % 2 == 0 ? digit > 4 ? digit * 2 - 9 : digit * 2 : digit;
        }
        return nineDigits + (char)('0' + (10 - sum % 10) % 10);
    }

    private static string Free(string key, ulong range, Func<ulong, string> text, Func<string, bool> isTaken)
    {
        var start = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) % range;
        for (var n = start; ; n = (n + 1) % range)
        {
            var number = text(n);
            if (!isTaken(number)) return number;
        }
    }
}
