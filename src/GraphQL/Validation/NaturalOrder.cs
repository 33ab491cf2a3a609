using System.Globalization;
using System.Numerics;

namespace Portal.GraphQL.Validation;

/// <summary>Orders names by code unit, but the numbers in them by value: item2 before item10.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]) ? Number(a, ref i).CompareTo(Number(b, ref j)) : a[i++].CompareTo(b[j++]);
            if (order != 0)
                return order;
        }
        return a.Length - b.Length;
    }

    private static BigInteger Number(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
            position++;
        return BigInteger.Parse(text.AsSpan(start, position - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
