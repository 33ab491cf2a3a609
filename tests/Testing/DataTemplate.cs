using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Testing;

/// <summary>
/// A data directory and, on a server, its database, made once and copied for each test: migrated, or with the demo plan. The demo plan takes
/// long to fill: it is made once per build of the domain, and shared by all test processes.
/// </summary>
internal sealed class DataTemplate
{
    private static readonly Lazy<Task<DataTemplate>> Empty = new(MigratedAsync);
    private static readonly Lazy<Task<DataTemplate>> DemoFile = new(() => FilledAsync(isOnServer: false));
    private static readonly Lazy<Task<DataTemplate>> DemoOnServer = new(() => FilledAsync(isOnServer: true));

    private readonly string _folder;
    private readonly string? _database;

    private DataTemplate(string folder, string? database) => (_folder, _database) = (folder, database);

    public static Task<DataTemplate> EmptyAsync() => Empty.Value;

    /// <param name="isFile">The embedded database whatever the run uses: for what is about files.</param>
    public static Task<DataTemplate> DemoAsync(bool isFile = false) => PostgresServer.IsThere && !isFile ? DemoOnServer.Value : DemoFile.Value;

    /// <summary>Makes a copy; the answer is the name of its database on the server.</summary>
    public async Task<string?> CopyToAsync(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(directory, Path.GetRelativePath(_folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        if (_database is null) return null;
        var name = $"portal_test_{Guid.NewGuid():n}";
        await PostgresServer.CopyAsync(_database, name);
        return name;
    }

    private static async Task<DataTemplate> MigratedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var database = PostgresServer.IsThere ? $"portal_template_{Guid.NewGuid():n}" : null;
        await MakeAsync(folder, database, isDemo: false);
        return new(folder, database);
    }

    // Several test processes may want it at once: the first fills it beside its place and moves it there.
    private static async Task<DataTemplate> FilledAsync(bool isOnServer)
    {
        var build = $"{typeof(DemoPlan).Assembly.ManifestModule.ModuleVersionId:n}";
        var folder = Path.Combine(Path.GetTempPath(), isOnServer ? $"portal-graph-demo-{await PostgresServer.IdAsync()}-{build}" : $"portal-graph-demo-{build}");
        var database = isOnServer ? $"portal_demo_{build}" : null;
        await using var gate = await LockAsync(folder);
        if (Directory.Exists(folder)) return new(folder, database);
        var draft = Directory.CreateTempSubdirectory("portal-graph-filling-").FullName;
        await MakeAsync(draft, database, isDemo: true);
        Directory.Move(draft, folder);
        return new(folder, database);
    }

    private static async Task MakeAsync(string folder, string? database, bool isDemo)
    {
        if (database is not null) await PostgresServer.CreateAsync(database);
        await using (var services = TestDatabase.Build(TestData.SettingsOf(folder, database), new TestClock()))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PortalDatabase>().MigrateAsync(CancellationToken.None);
            if (isDemo)
            {
                scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("demo plan"));
                await scope.ServiceProvider.GetRequiredService<DemoPlan>().FillAsync(CancellationToken.None);
            }
        }
        if (database is null) SqliteFiles.Release(PortalStorage.Sqlite(folder).ConnectionString);
        else PostgresServer.Release(database);
    }

    private static async Task<FileStream> LockAsync(string folder)
    {
        while (true)
        {
            try
            {
                return new(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }
}
