namespace Portal.GraphQL.Types;

/// <summary>
/// Copies the texts of many columns into few arrays, so that a row of ten texts is not ten objects. One to a reader; not
/// safe for several threads. The texts live as long as anyone holds one of them.
/// </summary>
public sealed class Utf8TextBuffer
{
    private const int FirstBlock = 256;

    // Below the size from which objects are collected only with the oldest generation.
    private const int LargestBlock = 64 * 1024;

    private byte[] _block = [];
    private int _used;

    public Utf8Text Add(ReadOnlySpan<byte> utf8)
    {
        if (_block.Length - _used < utf8.Length)
            (_block, _used) = (new byte[Math.Max(utf8.Length, Math.Clamp(_block.Length * 2, FirstBlock, LargestBlock))], 0);
        utf8.CopyTo(_block.AsSpan(_used));
        var text = new Utf8Text(_block.AsMemory(_used, utf8.Length));
        _used += utf8.Length;
        return text;
    }
}
