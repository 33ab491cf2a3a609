using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Portal.GraphQL.Execution;

/// <summary>
/// Writes JSON as UTF-8 into one growing pooled buffer. It can go back to an earlier position, which is how a null
/// propagates to its nearest nullable ancestor after part of that ancestor was already written.
/// </summary>
/// <remarks>Commas are placed from the byte before: going back needs no other state. Not safe for several threads.</remarks>
/// <param name="maxBytes">More than this is not written.</param>
public sealed partial class ResultWriter(int capacity = 16 * 1024, int maxBytes = int.MaxValue) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _position;

    /// <summary>How many bytes are written.</summary>
    public int Position => _position;

    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, _position);
    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _position);

    /// <summary>Forgets everything written after <paramref name="position"/>, which must be one that <see cref="Position"/> had before a value, name or item.</summary>
    public void Rewind(int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)position, (uint)_position, nameof(position));
        _position = position;
    }

    /// <summary>The bytes that <see cref="WriteName(ReadOnlySpan{byte})"/> takes for a name: quoted, escaped, with its colon.</summary>
    public static byte[] EncodeName(string name)
    {
        using var writer = new ResultWriter(name.Length * 3 + 8);
        writer.WriteString(name);
        return [.. writer.WrittenSpan, (byte)':'];
    }

    public void StartObject() => Open((byte)'{');
    public void EndObject() => Close((byte)'}');
    public void StartArray() => Open((byte)'[');
    public void EndArray() => Close((byte)']');

    /// <summary>Writes a name that <see cref="EncodeName"/> made.</summary>
    public void WriteName(ReadOnlySpan<byte> encodedName) => WriteRaw(encodedName);

    /// <summary>Writes a name not known beforehand.</summary>
    public void WriteName(string name)
    {
        WriteString(name);
        Close((byte)':');
    }

    public void WriteNull() => WriteRaw("null"u8);
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);
    public void WriteNumber(int value) => WriteFormatted(value);
    public void WriteNumber(long value) => WriteFormatted(value);

    /// <summary>Exactly, trailing zeros included: an amount of 1.50 stays 1.50.</summary>
    public void WriteNumber(decimal value) => WriteFormatted(value);

    /// <summary>The shortest text that reads back as the same value. JSON has no NaN or infinity: they are refused.</summary>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value))
            throw new Types.CoercionException("Float cannot represent a value that is not finite.");
        WriteFormatted(value);
    }

    /// <summary>Writes one complete JSON value that is already encoded.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        var target = Claim(json.Length);
        json.CopyTo(target);
        _position += json.Length;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        _position = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private void WriteFormatted<T>(T value) where T : IUtf8SpanFormattable
    {
        var target = Claim(64);
        value.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    private void Open(byte bracket)
    {
        Claim(1)[0] = bracket;
        _position++;
    }

    private void Close(byte bracket)
    {
        Ensure(1);
        _buffer[_position++] = bracket;
    }

    /// <summary>Places the comma where one is due and gives room for <paramref name="length"/> bytes of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Claim(int length)
    {
        Ensure(length + 1);
        if (_position > 0 && _buffer[_position - 1] is not ((byte)'{' or (byte)'[' or (byte)':'))
            _buffer[_position++] = (byte)',';
        return _buffer.AsSpan(_position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int length)
    {
        if (_buffer.Length - _position < length)
            Grow(length);
    }

    private void Grow(int length)
    {
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        if (_position > maxBytes - length)
            throw new ResultTooLargeException(maxBytes);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_position + length), (int)Math.Min(_buffer.Length * 2L, Array.MaxLength)));
        _buffer.AsSpan(0, _position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
