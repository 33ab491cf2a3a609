using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Files.Care;
using Portal.Graph.Domain.Platform.Files.Scanning;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Outbox.Tasks;

namespace Portal.Graph.Domain.Platform.Files;

internal static class FilesServices
{
    private enum ScannerKind { Clamd, TestSignature }

    private enum StoreKind { Folder, S3 }

    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FileFolders>().AddSingleton<FileKeys>().AddSingleton<FileRuleBook>().AddSingleton<SealedContents>();
        services.AddSingleton<IFileStore>(p => Named<StoreKind>(configuration, "Files:Store", nameof(StoreKind.Folder)) switch
        {
            StoreKind.Folder => new FolderStore(p.GetRequiredService<FileFolders>()),
            StoreKind.S3 => new S3Store(S3Settings.Read(configuration)),
        });
        services.AddScoped<FileGate>().AddScoped<FileIntake>().AddScoped<FileUploads>().AddScoped<FileReads>().AddScoped<FileClaims>();
        services.AddScoped<FileCleanup>().AddScoped<FileConsistency>().AddScoped<FileKeyRotation>();
        services.AddOutboxHandler<FileScan>(FileScan.Kind, FileScan.LongestWait);
        return services.AddSingleton<IFileScanner>(p => Scanner(configuration, p));
    }

    private static IFileScanner Scanner(IConfiguration configuration, IServiceProvider services) =>
        Named<ScannerKind>(configuration, "Files:Scanner:Kind", nameof(ScannerKind.Clamd)) switch
        {
            ScannerKind.Clamd => new ClamdScanner(configuration),
            ScannerKind.TestSignature => new TestSignatureScanner(services.GetRequiredService<ILogger<TestSignatureScanner>>()),
        };

    private static T Named<T>(IConfiguration configuration, string key, string otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(configuration[key] ?? otherwise, ignoreCase: true, out var named) && Enum.IsDefined(named)
            ? named
            : throw new InvalidOperationException($"{key} must be {string.Join(" or ", Enum.GetNames<T>())}.");
}
