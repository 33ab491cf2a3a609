using Microsoft.Extensions.Logging;

namespace Portal.Graph.Domain.Platform.Files.Scanning;

/// <summary>
/// Finds the EICAR test file at the beginning of a file, and nothing else: for development and tests (<c>Files:Scanner:Kind=TestSignature</c>),
/// never for files of people. It reads to the end like a real one.
/// </summary>
public sealed class TestSignatureScanner : IFileScanner
{
    public TestSignatureScanner(ILogger<TestSignatureScanner> log) =>
        log.LogWarning("Files:Scanner:Kind=TestSignature: files are not scanned for malware.");

    /// <summary>The test file that every scanner knows, in two pieces, so that none stops at this program.</summary>
    public static string Eicar { get; } = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    public async Task<ScanVerdict> ScanAsync(Stream bytes, CancellationToken ct)
    {
        var head = new byte[Eicar.Length];
        var length = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        var found = System.Text.Encoding.ASCII.GetString(head, 0, length) == Eicar;
        await bytes.CopyToAsync(Stream.Null, ct);
        return new(found ? "Eicar-Test-Signature" : null);
    }
}
