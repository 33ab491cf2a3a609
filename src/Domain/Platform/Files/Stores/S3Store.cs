using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Portal.Graph.Domain.Platform.Files.Stores;

/// <summary>Contents as objects of a bucket, in Amazon's S3 or what speaks like it. They come sealed: the bucket's owner can read none.</summary>
public sealed class S3Store(S3Settings settings) : IFileStore, IDisposable
{
    private const long PartBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly AmazonS3Client _client = settings.CreateClient();

    public string Place => $"the bucket {settings.Bucket}{(settings.Prefix.Length > 0 ? $", below {settings.Prefix}" : "")}";

    public async Task<string?> SettingFaultAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            await _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = settings.Prefix, MaxKeys = 1 }, limit.Token);
            return null;
        }
        catch (AmazonS3Exception e) when (e.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.InternalServerError)
        {
            return settings.FaultOf(e.ErrorCode);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    public async Task PutAsync(string name, string path, CancellationToken ct)
    {
        if (new FileInfo(path).Length <= PartBytes)
            await _client.PutObjectAsync(new PutObjectRequest { BucketName = settings.Bucket, Key = settings.Prefix + name, FilePath = path, UseChunkEncoding = false }, ct);
        else
            await PutPartsAsync(settings.Prefix + name, path, ct);
        File.Delete(path);
    }

    // Parts are read from the file as they are sent. Without chunk encoding, which not every server that speaks S3 takes apart.
    private async Task PutPartsAsync(string key, string path, CancellationToken ct)
    {
        var upload = (await _client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = settings.Bucket, Key = key }, ct)).UploadId;
        try
        {
            var (length, parts) = (new FileInfo(path).Length, new List<PartETag>());
            for (var at = 0L; at < length; at += PartBytes)
            {
                var part = await _client.UploadPartAsync(new UploadPartRequest
                {
                    BucketName = settings.Bucket, Key = key, UploadId = upload, PartNumber = parts.Count + 1, FilePath = path, FilePosition = at,
                    PartSize = Math.Min(PartBytes, length - at), UseChunkEncoding = false,
                }, ct);
                parts.Add(new(parts.Count + 1, part.ETag));
            }
            await _client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = settings.Bucket, Key = key, UploadId = upload, PartETags = parts }, ct);
        }
        catch
        {
            await _client.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = settings.Bucket, Key = key, UploadId = upload }, CancellationToken.None);
            throw;
        }
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
