using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Portal.Graph.Domain.Platform.Files.Stores;

/// <summary>Contents as objects of a bucket, in Amazon's S3 or what speaks like it. They come sealed: the bucket's owner can read none.</summary>
public sealed class S3Store(S3Settings settings) : IFileStore, IDisposable
{
    private const long PartBytes = 16 * 1024 * 1024;
    private readonly AmazonS3Client _client = settings.CreateClient();

    public async Task PutAsync(string name, string path, CancellationToken ct)
    {
        // Parts are read from the file as they are sent; two at a time keep the line busy.
        using var transfer = new TransferUtility(_client, new TransferUtilityConfig { ConcurrentServiceRequests = 2, MinSizeBeforePartUpload = PartBytes });
        await transfer.UploadAsync(new TransferUtilityUploadRequest
        {
            BucketName = settings.Bucket, Key = settings.Prefix + name, FilePath = path, PartSize = PartBytes, ContentType = "application/octet-stream",
        }, ct);
        File.Delete(path);
    }

    public async Task<Stream?> OpenAsync(string name, long from, CancellationToken ct)
    {
        try
        {
            var request = new GetObjectRequest { BucketName = settings.Bucket, Key = settings.Prefix + name };
            if (from > 0) request.ByteRange = new($"bytes={from}-");
            return (await _client.GetObjectAsync(request, ct)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(string name, CancellationToken ct) => _client.DeleteObjectAsync(settings.Bucket, settings.Prefix + name, ct);

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var pages = _client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = settings.Prefix });
        await foreach (var item in pages.S3Objects.WithCancellation(ct))
            yield return new(item.Key[settings.Prefix.Length..], item.Size ?? 0, item.LastModified is { } at ? new DateTimeOffset(at.ToUniversalTime()) : DateTimeOffset.MinValue);
    }

    public void Dispose() => _client.Dispose();
}
