using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Files;

/// <summary>npm s3rver with one bucket in a folder of its own.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "records";
    private readonly NodeServer _server;

    private S3Server(NodeServer server, string folder) => (_server, Folder) = (server, folder);

    public string Folder { get; }

    public static async Task<S3Server> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("s3-").FullName;
        return new(await NodeServer.StartAsync("files/s3.mjs", folder, Bucket), folder);
    }

    /// <summary>The portal's settings for it.</summary>
    public string[] Settings(string bucket = Bucket) =>
    [
        "--Files:Scanner:Kind=TestSignature", "--Files:Store=S3", $"--Files:S3:ServiceUrl=http://127.0.0.1:{_server.Port}", $"--Files:S3:Bucket={bucket}",
        "--Files:S3:Prefix=portal/", "--Files:S3:AccessKey=S3RVER", "--Files:S3:SecretKey=S3RVER",
    ];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
