using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Portal.GraphQL.Execution;

public sealed partial class ResultWriter
{
    private static readonly SearchValues<char> EscapedChars = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\', '\u007f']);

    private static readonly SearchValues<byte> EscapedBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\', 0x7f]);

    public void WriteString(string value) => WriteString(value.AsSpan());

    /// <summary>Writes text; a surrogate without its partner becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        Open((byte)'"');
        while (true)
        {
            var plain = value.IndexOfAny(EscapedChars);
            WritePlain(plain < 0 ? value : value[..plain]);
            if (plain < 0)
                break;
            WriteEscape((byte)value[plain]);
            value = value[(plain + 1)..];
        }
        Close((byte)'"');
    }

    /// <summary>Writes text that is UTF-8 already, as a database column gives it; bytes that are not UTF-8 become U+FFFD.</summary>
    public void WriteUtf8String(ReadOnlySpan<byte> value)
    {
        if (!Utf8.IsValid(value))
        {
            WriteString(Encoding.UTF8.GetString(value));
            return;
        }
        var target = Claim(value.Length + 2);
        var special = value.IndexOfAny(EscapedBytes);
        target[0] = (byte)'"';
        if (special < 0)
        {
            value.CopyTo(target[1..]);
            target[value.Length + 1] = (byte)'"';
            _position += value.Length + 2;
            return;
        }
        _position++;
        WriteEscaping(value, special);
        Close((byte)'"');
    }

    private void WriteEscaping(ReadOnlySpan<byte> value, int special)
    {
        for (; special >= 0; special = value.IndexOfAny(EscapedBytes))
        {
            Ensure(special);
            value[..special].CopyTo(_buffer.AsSpan(_position));
            _position += special;
            WriteEscape(value[special]);
            value = value[(special + 1)..];
        }
        Ensure(value.Length);
        value.CopyTo(_buffer.AsSpan(_position));
        _position += value.Length;
    }

    /// <summary>Writes a value whose text needs no escaping (a date, a GUID) as a string, without making the text first.</summary>
    public void WriteString<T>(T value, ReadOnlySpan<char> format) where T : IUtf8SpanFormattable
    {
        Open((byte)'"');
        Ensure(128);
        if (!value.TryFormat(_buffer.AsSpan(_position), out var written, format, CultureInfo.InvariantCulture))
            throw new FormatException("The text of the value is longer than a formatted string may be.");
        _position += written;
        Close((byte)'"');
    }

    private void WritePlain(ReadOnlySpan<char> value)
    {
        Ensure(checked(value.Length * 3));
        Utf8.FromUtf16(value, _buffer.AsSpan(_position), out _, out var written, replaceInvalidSequences: true);
        _position += written;
    }

    private void WriteEscape(byte value)
    {
        Ensure(6);
        var target = _buffer.AsSpan(_position);
        byte letter = value switch
        {
            (byte)'"' => (byte)'"',
            (byte)'\\' => (byte)'\\',
            (byte)'\n' => (byte)'n',
            (byte)'\r' => (byte)'r',
            (byte)'\t' => (byte)'t',
            (byte)'\b' => (byte)'b',
            (byte)'\f' => (byte)'f',
            _ => 0,
        };
        target[0] = (byte)'\\';
        if (letter != 0)
        {
            target[1] = letter;
            _position += 2;
            return;
        }
        "u00"u8.CopyTo(target[1..]);
        value.TryFormat(target[4..], out _, "x2", CultureInfo.InvariantCulture);
        _position += 6;
    }
}
