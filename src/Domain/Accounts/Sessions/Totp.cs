using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>Time-based one-time codes (RFC 6238: SHA-1, 30 seconds, six digits), as authenticator apps make them. Pure.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>The step whose code it is, one step either side of now accepted and later than the last one used; null when none.</summary>
    public static long? Match(string secret, string code, DateTimeOffset now, long lastStep)
    {
        var step = StepOf(now);
        long? match = null;
        for (var candidate = step - 1; candidate <= step + 1; candidate++)
            if (candidate > lastStep && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(Code(secret, candidate)), Encoding.UTF8.GetBytes(code.Trim())))
                match = candidate;
        return match;
    }

    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's default, the only one that authenticator apps share.
        var hash = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>(base32.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var c in base32.ToUpperInvariant())
        {
            (buffer, bits) = ((buffer << 5) | Alphabet.IndexOf(c), bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
