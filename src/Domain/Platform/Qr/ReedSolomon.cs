namespace Portal.Graph.Domain.Platform.Qr;

/// <summary>Error correction over GF(2^8) with the polynomial x^8 + x^4 + x^3 + x^2 + 1, as QR codes use it.</summary>
internal static class ReedSolomon
{
    /// <summary>The error correction codewords of the data.</summary>
    public static byte[] Remainder(ReadOnlySpan<byte> data, int length)
    {
        var divisor = Divisor(length);
        var remainder = new byte[length];
        foreach (var b in data)
        {
            var factor = (byte)(b ^ remainder[0]);
            Array.Copy(remainder, 1, remainder, 0, length - 1);
            remainder[^1] = 0;
            for (var i = 0; i < length; i++) remainder[i] ^= Multiply(divisor[i], factor);
        }
        return remainder;
    }

    // The product of (x - 2^0) … (x - 2^(n-1)), without its leading 1.
    private static byte[] Divisor(int degree)
    {
        var divisor = new byte[degree];
        divisor[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                divisor[j] = Multiply(divisor[j], root);
                if (j + 1 < degree) divisor[j] ^= divisor[j + 1];
            }
            root = Multiply(root, 2);
        }
        return divisor;
    }

    private static byte Multiply(byte x, byte y)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= (y >> i & 1) * x;
        }
        return (byte)product;
    }
}
