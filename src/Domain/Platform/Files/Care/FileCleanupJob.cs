using Portal.Graph.Domain.Platform.Jobs;

namespace Portal.Graph.Domain.Platform.Files.Care;

/// <summary>ATT-18: the cleaning by the clock.</summary>
public sealed class FileCleanupJob(FileCleanup cleanup) : IScheduledJob
{
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct)
    {
        var report = await cleanup.RunAsync(ct);
        return new Dictionary<string, int>
        {
            ["uploads"] = report.Uploads, ["drafts"] = report.Drafts, ["files"] = report.Files, ["contents"] = report.Contents,
        };
    }
}
