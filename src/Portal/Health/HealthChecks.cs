using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Host.Health;

/// <summary>The database answers and has this program's version.</summary>
internal sealed class DatabaseCheck(PortalDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.IsCurrentAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database has not been brought to this program's version.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}

/// <summary>There is room for what is written next.</summary>
internal sealed class DiskCheck(PortalStorage storage, FileFolders folders, IConfiguration configuration) : IHealthCheck
{
    private readonly long _least = configuration.GetValue("Health:MinFreeMegabytes", 200L) << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var full = new[] { storage.DataDirectory, folders.Contents }.Where(f => Free(f) is { } free && free < _least).ToList();
        return Task.FromResult(full.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("A disk is nearly full."));
    }

    private static long? Free(string folder)
    {
        var there = new DirectoryInfo(folder);
        while (there is { Exists: false }) there = there.Parent;
        return there is null ? null : new DriveInfo(there.FullName).AvailableFreeSpace;
    }
}

/// <summary>Files can be taken in. While they cannot, everything else goes on.</summary>
internal sealed class FileStoreCheck(IFileStore store, FileFolders folders) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            Directory.CreateDirectory(folders.Uploads);
            var probe = Path.Combine(folders.Uploads, $".health-{Guid.NewGuid():n}");
            await File.WriteAllTextAsync(probe, "", cancellationToken);
            File.Delete(probe);
            // A name that no content has: a store that is away throws, one that is there says no.
            await using var none = await store.OpenAsync("00-health-check", 0, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("The file store cannot be used.", e);
        }
    }
}

/// <summary>Mail can leave. While it cannot, it waits.</summary>
internal sealed class MailCheck(MailSettings settings) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (settings.Transport is MailTransportKind.PickupFolder) return HealthCheckResult.Healthy();
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(settings.Smtp.Host, settings.Smtp.Port, cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("The mail server does not answer.", e);
        }
    }
}
