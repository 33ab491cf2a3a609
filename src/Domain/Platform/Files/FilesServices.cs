using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Files.Care;
using Portal.Graph.Domain.Platform.Files.Scanning;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Files.Stores;

namespace Portal.Graph.Domain.Platform.Files;

internal static class FilesServices
{
    private enum ScannerKind { Clamd, TestSignature }

    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FileFolders>().AddSingleton<FileKeys>().AddSingleton<FileRuleBook>().AddSingleton<SealedContents>();
        services.AddSingleton<IFileStore, FolderStore>();
        services.AddScoped<FileGate>().AddScoped<FileIntake>().AddScoped<FileUploads>().AddScoped<FileReads>().AddScoped<FileClaims>();
        services.AddScoped<FileCleanup>().AddScoped<FileConsistency>().AddScoped<FileKeyRotation>();
        services.AddSingleton<ScanSignal>().AddSingleton<FileScans>().AddHostedService<ScanWorker>();
        return services.AddSingleton<IFileScanner>(p => Scanner(configuration, p));
    }

    private static IFileScanner Scanner(IConfiguration configuration, IServiceProvider services)
    {
        var kind = Enum.TryParse<ScannerKind>(configuration["Files:Scanner:Kind"] ?? nameof(ScannerKind.Clamd), ignoreCase: true, out var named) && Enum.IsDefined(named)
            ? named
            : throw new InvalidOperationException($"Files:Scanner:Kind must be {string.Join(" or ", Enum.GetNames<ScannerKind>())}.");
        switch (kind)
        {
            case ScannerKind.TestSignature:
                services.GetRequiredService<ILogger<TestSignatureScanner>>().LogWarning("Files:Scanner:Kind=TestSignature: files are not scanned for malware.");
                return new TestSignatureScanner();
            case ScannerKind.Clamd:
            default:
                return new ClamdScanner(configuration);
        }
    }
}
