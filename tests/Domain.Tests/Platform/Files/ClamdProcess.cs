using System.Diagnostics;
using System.Net.Sockets;

namespace Portal.Graph.Domain.Tests.Platform.Files;

/// <summary>A private clamd that knows one signature: the test file's. The public signatures cannot be had on every machine.</summary>
internal sealed class ClamdProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private ClamdProcess(Process process, string folder) => (_process, _folder) = (process, folder);

    public static string? Program { get; } = new[] { "/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd" }.FirstOrDefault(File.Exists);

    public string Address => $"unix:{Socket}";
    private string Socket => Path.Combine(_folder, "clamd.sock");

    public static async Task<ClamdProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("clamd-").FullName;
        var signatures = Directory.CreateDirectory(Path.Combine(folder, "db")).FullName;
        // MD5 and length of the test file, as `sigtool --md5` prints them.
        await File.WriteAllTextAsync(Path.Combine(signatures, "local.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "clamd.conf"), $"""
            DatabaseDirectory {signatures}
            LocalSocket {folder}/clamd.sock
            Foreground yes
            StreamMaxLength 105M
            MaxScanSize 110M
            MaxFileSize 110M

            """);
        var start = new ProcessStartInfo(Program!, ["-c", Path.Combine(folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clamd = new ClamdProcess(Process.Start(start)!, folder);
        _ = clamd._process.StandardOutput.ReadToEndAsync();
        var errors = clamd._process.StandardError.ReadToEndAsync();
        while (!await clamd.AnswersAsync())
        {
            if (clamd._process.HasExited) throw new InvalidOperationException($"clamd ended: {await errors}");
            await Task.Delay(100);
        }
        return clamd;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        if (!File.Exists(Socket)) return false;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>A test on the real scanner; left out, and said so, where it is not installed: the fast scanner's tests stand in for it.</summary>
public sealed class ClamdFactAttribute : FactAttribute
{
    public ClamdFactAttribute()
    {
        if (ClamdProcess.Program is null) Skip = "clamd is not on this machine: apt-get install clamav-daemon.";
    }
}
