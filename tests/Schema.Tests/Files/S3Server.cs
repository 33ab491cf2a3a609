using System.Diagnostics;
using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Files;

/// <summary>npm s3rver with one bucket in a folder of its own.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "records";
    private readonly Process _process;

    private S3Server(Process process, string folder, int port) => (_process, Folder, Port) = (process, folder, port);

    public string Folder { get; }
    public int Port { get; }

    public static async Task<S3Server> StartAsync()
    {
        // Once to its end, so that its packages are there.
        await NodeClients.RunAsync("files/s3.mjs", []);
        var folder = Directory.CreateTempSubdirectory("s3-").FullName;
        var process = Process.Start(new ProcessStartInfo("node", ["files/s3.mjs", folder, Bucket])
        {
            WorkingDirectory = NodeClients.Folder, RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("s3rver did not start.");
        return new(process, folder, int.Parse(port));
    }

    /// <summary>The portal's settings for it.</summary>
    public string[] Settings(string bucket = Bucket) =>
    [
        "--Files:Scanner:Kind=TestSignature", "--Files:Store=S3", $"--Files:S3:ServiceUrl=http://127.0.0.1:{Port}", $"--Files:S3:Bucket={bucket}",
        "--Files:S3:Prefix=portal/", "--Files:S3:AccessKey=S3RVER", "--Files:S3:SecretKey=S3RVER",
    ];

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
