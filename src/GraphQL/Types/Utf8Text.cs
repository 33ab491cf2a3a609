using System.Text;

namespace Portal.GraphQL.Types;

/// <summary>
/// Text kept as the UTF-8 bytes it came as, such as a database column gave them. Published as String (or ID); an answer
/// takes the bytes as they are, without a string between.
/// </summary>
/// <param name="bytes">UTF-8; what is not becomes U+FFFD in answers. They must not change as long as the text is used.</param>
public readonly struct Utf8Text(ReadOnlyMemory<byte> bytes) : IEquatable<Utf8Text>
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public bool Equals(Utf8Text other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override bool Equals(object? obj) => obj is Utf8Text other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => Encoding.UTF8.GetString(Bytes.Span);

    public static bool operator ==(Utf8Text left, Utf8Text right) => left.Equals(right);

    public static bool operator !=(Utf8Text left, Utf8Text right) => !left.Equals(right);

    public static explicit operator Utf8Text(string text) => new(Encoding.UTF8.GetBytes(text));

    public static explicit operator string(Utf8Text text) => text.ToString();
}
