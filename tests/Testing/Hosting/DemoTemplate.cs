using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Testing;

/// <summary>The demo plan, filled once per build of the domain and copied for each portal that wants it.</summary>
internal static class DemoTemplate
{
    private static readonly string Folder = Path.Combine(
        Path.GetTempPath(), $"portal-graph-demo-{typeof(DemoPlan).Assembly.ManifestModule.ModuleVersionId:N}");

    private static readonly Lazy<Task> Ready = new(PrepareAsync);

    public static async Task CopyToAsync(string directory)
    {
        await Ready.Value;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(directory, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // Several test processes may want it at once: the first fills it beside its place and moves it there.
    private static async Task PrepareAsync()
    {
        await using var gate = await LockAsync();
        if (Directory.Exists(Folder)) return;
        var draft = Directory.CreateTempSubdirectory("portal-graph-filling-").FullName;
        await using (var app = TestPortal.Build(draft, new TestClock(), [], null))
        {
            await PortalHost.MigrateAsync(app, CancellationToken.None);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("demo plan"));
            await scope.ServiceProvider.GetRequiredService<DemoPlan>().FillAsync(CancellationToken.None);
        }
        SqliteConnection.ClearAllPools();
        Directory.Move(draft, Folder);
    }

    private static async Task<FileStream> LockAsync()
    {
        while (true)
        {
            try
            {
                return new(Folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }
}
