using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Portal.Graph.Schema.Tests.Claims;
using Portal.Graph.Schema.Tests.Files;

namespace Portal.Graph.Schema.Tests.Platform.Backup;

/// <summary>A portal with some files, which is backed up while clients write.</summary>
internal sealed class BackupDrill : IAsyncDisposable
{
    private static readonly string[] Scanner = ["--Files:Scanner:Kind=TestSignature"];
    private readonly string[] _settings;
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("portal-backup-");

    private BackupDrill(TestPortal portal, string[] settings) => (Portal, _settings) = (portal, settings);

    public TestPortal Portal { get; }
    public string Backup => Path.Combine(_place.FullName, "backup");
    public string Elsewhere => Path.Combine(_place.FullName, "elsewhere");

    /// <param name="settings">What the portal and its verbs are given beside their directory.</param>
    public static async Task<BackupDrill> StartAsync(params string[] settings) => new(await TestPortal.StartAsync(settings: [.. Scanner, .. settings]), settings);

    /// <summary>A file that an upload left, sealed.</summary>
    public async Task UploadAsync(string text)
    {
        using var http = new HttpClient { BaseAddress = Portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await Portal.SignInAsync("demo.billing")).Token);
        using var answer = await http.PostAsync("/files?name=records.pdf", new ByteArrayContent([.. FilePortal.Pdf, .. System.Text.Encoding.ASCII.GetBytes(text)]));
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Numbers of the claims submitted so far, in order.</summary>
    public ConcurrentQueue<string> Submitted { get; } = new();

    /// <summary>Submits claims until told to stop.</summary>
    public async Task SubmitAsync(CancellationToken stop)
    {
        var biller = await Biller.SignInAsync(Portal);
        for (var day = 0; !stop.IsCancellationRequested; day++)
        {
            var claim = await biller.ClaimAsync(biller.Form($"{new DateOnly(2025, 11, 28).AddDays(-day):yyyy-MM-dd}"));
            Submitted.Enqueue(claim.GetProperty("number").GetString()!);
        }
    }

    /// <summary>Waits until so many are submitted.</summary>
    public async Task ReachAsync(int count, Task writing)
    {
        while (Submitted.Count < count && !writing.IsCompleted) await Task.Delay(20);
        if (writing.IsFaulted) await writing;
    }

    public Task<(int Code, string Output, string Error)> BackUpAsync() => PortalVerb.RunAsync(["backup", Backup, $"--Data:Directory={Portal.Directory}", .. _settings]);

    public Task<(int Code, string Output, string Error)> RestoreAsync(params string[] more) =>
        PortalVerb.RunAsync(["restore", Backup, $"--Data:Directory={Elsewhere}", .. more]);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        _place.Delete(recursive: true);
    }
}
