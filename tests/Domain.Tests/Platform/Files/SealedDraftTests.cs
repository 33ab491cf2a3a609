using System.Security.Cryptography;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Files;

public sealed class SealedDraftTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public void Dispose() => File.Delete(_path);

    [Theory, Requirement("ATT-17", "ATT-18")]
    [InlineData(1)]
    [InlineData(1000, 64536)]
    [InlineData(65536)]
    [InlineData(65537, 1, 65535, 200_000)]
    [InlineData(65535, 1, 1)]
    public async Task Parts_of_any_length_read_back_as_one(params int[] parts)
    {
        var all = RandomNumberGenerator.GetBytes(parts.Sum());
        var at = 0;
        foreach (var part in parts)
        {
            await using var draft = await OpenAsync();
            draft.Length.ShouldBe(at);
            (await draft.AppendAsync(new MemoryStream(all, at, part), long.MaxValue, [], default)).ShouldBeTrue();
            at += part;
        }
        new FileInfo(_path).Length.ShouldBe(SealedFormat.SealedLength(all.Length));
        SealedFormat.PlainLength(new FileInfo(_path).Length).ShouldBe(all.Length);
        (await BytesAsync()).ShouldBe(all);
    }

    [Fact, Requirement("ATT-17")]
    public async Task Nothing_of_the_bytes_is_readable_on_the_disk()
    {
        var text = string.Concat(Enumerable.Repeat("Anna Rivera, diagnosis E11.9; ", 5000));
        await AppendAsync(System.Text.Encoding.ASCII.GetBytes(text));
        System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_path)).ShouldNotContain("Rivera");
    }

    [Theory, Requirement("ATT-18")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(150_000)]
    public async Task What_came_after_a_length_can_be_dropped_and_sent_again(int keep)
    {
        var all = RandomNumberGenerator.GetBytes(200_000);
        await AppendAsync(all);
        await using (var draft = await OpenAsync())
        {
            await draft.TruncateAsync(keep);
            draft.Length.ShouldBe(keep);
            await draft.AppendAsync(new MemoryStream(all, keep, all.Length - keep), long.MaxValue, [], default);
        }
        (await BytesAsync()).ShouldBe(all);
    }

    [Fact, Requirement("ATT-18")]
    public async Task A_last_record_that_was_half_written_is_dropped()
    {
        await AppendAsync(RandomNumberGenerator.GetBytes(100_000));
        using (var file = new FileStream(_path, FileMode.Open)) file.SetLength(file.Length - 500);
        await using var draft = await OpenAsync();
        draft.Length.ShouldBe(65536);
    }

    [Fact, Requirement("ATT-18")]
    public async Task What_arrived_before_the_line_broke_is_kept()
    {
        var bytes = RandomNumberGenerator.GetBytes(80_000);
        await using (var draft = await OpenAsync())
            await Should.ThrowAsync<IOException>(() => draft.AppendAsync(new Broken(bytes), long.MaxValue, [], default));
        (await BytesAsync()).ShouldBe(bytes);
    }

    [Fact, Requirement("ATT-06")]
    public async Task Exactly_the_limit_fits_and_not_one_byte_more()
    {
        await using var draft = await OpenAsync();
        (await draft.AppendAsync(new MemoryStream(new byte[70_000]), 70_000, [], default)).ShouldBeTrue();
        await draft.TruncateAsync(0);
        (await draft.AppendAsync(new MemoryStream(new byte[70_001]), 70_000, [], default)).ShouldBeFalse();
        draft.Length.ShouldBe(70_000);
    }

    [Fact, Requirement("ATT-17")]
    public async Task A_changed_a_moved_and_a_missing_segment_are_noticed()
    {
        await AppendAsync(RandomNumberGenerator.GetBytes(3 * 65536));
        var whole = await File.ReadAllBytesAsync(_path);

        var changed = whole.ToArray();
        changed[100] ^= 1;
        await DoesNotOpenAsync(changed);

        const int record = SealedFormat.RecordBytes;
        await DoesNotOpenAsync([.. whole[record..(2 * record)], .. whole[..record], .. whole[(2 * record)..]]);
        await DoesNotOpenAsync(whole[..(2 * record)]);
        (await ReadAsync(whole)).Length.ShouldBe(3 * 65536);
    }

    [Fact, Requirement("ATT-18")]
    public async Task One_writer_at_a_time()
    {
        await using (await OpenAsync()) (await SealedDraft.OpenAsync(_path, _key, default)).ShouldBeNull();
        await using var next = await OpenAsync();
    }

    private async Task DoesNotOpenAsync(byte[] file) => await Should.ThrowAsync<AuthenticationTagMismatchException>(() => ReadAsync(file));

    private async Task<byte[]> ReadAsync(byte[] file)
    {
        await using var reader = new SealedReader(SealedFormat.Cipher(_key), 3 * 65536, new Records(file), ownsCipher: true);
        return await reader.ReadAllAsync();
    }

    private async Task<SealedDraft> OpenAsync() => (await SealedDraft.OpenAsync(_path, _key, default)).ShouldNotBeNull();

    private async Task AppendAsync(byte[] bytes)
    {
        await using var draft = await OpenAsync();
        await draft.AppendAsync(new MemoryStream(bytes), long.MaxValue, [], default);
    }

    private async Task<byte[]> BytesAsync()
    {
        await using var draft = await OpenAsync();
        return await draft.Read().ReadAllAsync();
    }

    private sealed class Records(byte[] file) : ISealedRecords
    {
        public ValueTask<int> ReadAsync(long index, Memory<byte> record, CancellationToken ct)
        {
            var from = (int)Math.Min(file.Length, index * SealedFormat.RecordBytes);
            var count = Math.Min(record.Length, file.Length - from);
            file.AsMemory(from, count).CopyTo(record);
            return new(count);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>Gives its bytes, then breaks.</summary>
    private sealed class Broken(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new IOException("The line broke.");
    }
}
