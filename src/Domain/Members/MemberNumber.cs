using System.Diagnostics.CodeAnalysis;

namespace Portal.Graph.Domain.Members;

/// <summary>A CareSource member ID: nine digits of the subscriber and two of the person within the family (<c>00</c> is the subscriber).</summary>
public readonly record struct MemberNumber(string SubscriberNumber, string Suffix)
{
    public const string SubscriberSuffix = "00";

    public bool IsSubscriber => Suffix == SubscriberSuffix;

    /// <summary>The printed form, <c>123456789-01</c>.</summary>
    public override string ToString() => $"{SubscriberNumber}-{Suffix}";

    // MBR-04: nine digits find the subscriber; eleven digits or nine-two find that person.
    /// <summary>Reads <c>123456789</c>, <c>12345678901</c> or <c>123456789-01</c>; blanks around it are tolerated.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MemberNumber number)
    {
        number = default;
        var digits = text?.Trim();
        if (digits is { Length: 12 } && digits[9] == '-') digits = digits.Remove(9, 1);
        if (digits is not { Length: 9 or 11 } || !digits.All(char.IsAsciiDigit)) return false;
        number = new(digits[..9], digits.Length == 9 ? SubscriberSuffix : digits[9..]);
        return true;
    }
}
