using System.Text;

namespace Portal.Graph.Domain.Platform.Qr;

/// <summary>A text as the codewords of a QR code (ISO/IEC 18004): byte mode, error correction level M, the smallest version that holds it.</summary>
internal static class QrBits
{
    /// <summary>The largest version that is made here.</summary>
    public const int LargestVersion = 20;

    // ISO/IEC 18004, table 9, level M: by version, from 1.
    private static readonly int[] EccPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
    private static readonly int[] Blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

    /// <summary>The version and its codewords in the order in which they are drawn.</summary>
    public static (int Version, byte[] Codewords) Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var version = 1; version <= LargestVersion; version++)
        {
            var capacity = DataCodewords(version);
            if (12 + (version < 10 ? 0 : 8) + bytes.Length * 8 <= capacity * 8) return (version, Interleave(version, Data(version, bytes, capacity)));
        }
        throw new ArgumentException("The text is too long for a QR code.", nameof(text));
    }

    /// <summary>Modules that are neither pattern nor format nor version.</summary>
    public static int RawModules(int version)
    {
        var modules = (16 * version + 128) * version + 64;
        if (version < 2) return modules;
        var alignments = version / 7 + 2;
        modules -= (25 * alignments - 10) * alignments - 55;
        return version < 7 ? modules : modules - 36;
    }

    private static int DataCodewords(int version) => RawModules(version) / 8 - EccPerBlock[version - 1] * Blocks[version - 1];

    private static byte[] Data(int version, byte[] bytes, int capacity)
    {
        var bits = new List<bool>();
        void Append(int value, int length)
        {
            for (var i = length - 1; i >= 0; i--) bits.Add((value >> i & 1) != 0);
        }
        Append(4, 4);
        Append(bytes.Length, version < 10 ? 8 : 16);
        foreach (var b in bytes) Append(b, 8);
        Append(0, Math.Min(4, capacity * 8 - bits.Count));
        Append(0, (8 - bits.Count % 8) % 8);
        for (var pad = 0xEC; bits.Count < capacity * 8; pad ^= 0xEC ^ 0x11) Append(pad, 8);
        var data = new byte[capacity];
        for (var i = 0; i < bits.Count; i++)
            if (bits[i]) data[i / 8] |= (byte)(1 << (7 - i % 8));
        return data;
    }

    // The first blocks are one codeword shorter; data and error correction are drawn column by column of the blocks.
    private static byte[] Interleave(int version, byte[] data)
    {
        var (blocks, ecc, raw) = (Blocks[version - 1], EccPerBlock[version - 1], RawModules(version) / 8);
        var shortBlocks = blocks - raw % blocks;
        var shortLength = raw / blocks - ecc;
        var (parts, checks) = (new List<byte[]>(), new List<byte[]>());
        for (int i = 0, at = 0; i < blocks; i++)
        {
            var length = shortLength + (i < shortBlocks ? 0 : 1);
            parts.Add(data[at..(at + length)]);
            checks.Add(ReedSolomon.Remainder(parts[i], ecc));
            at += length;
        }
        var result = new List<byte>(raw);
        for (var i = 0; i <= shortLength; i++)
            foreach (var part in parts)
                if (i < part.Length) result.Add(part[i]);
        for (var i = 0; i < ecc; i++)
            foreach (var check in checks) result.Add(check[i]);
        return [.. result];
    }
}
