using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Files;

/// <summary>npm s3rver with one bucket in a folder of its own, behind a check of signatures (AWS Signature Version 4).</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "records";
    private const string AccessKey = "AKIAOFTHETESTS", SecretKey = "a secret+of/the tests";
    private readonly NodeServer _server;

    private S3Server(NodeServer server, string folder) => (_server, Folder) = (server, folder);

    public string Folder { get; }

    public static async Task<S3Server> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("s3-").FullName;
        return new(await NodeServer.StartAsync("files/s3.mjs", folder, Bucket, AccessKey, SecretKey), folder);
    }

    public Uri Address => new($"http://127.0.0.1:{_server.Port}");

    /// <summary>The portal's settings for it.</summary>
    public string[] Settings(string bucket = Bucket, string accessKey = AccessKey, string secretKey = SecretKey) =>
    [
        "--Files:Scanner:Kind=TestSignature", "--Files:Store=S3", $"--Files:S3:ServiceUrl={Address}", $"--Files:S3:Bucket={bucket}",
        "--Files:S3:Prefix=portal/", $"--Files:S3:AccessKey={accessKey}", $"--Files:S3:SecretKey={secretKey}",
    ];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
