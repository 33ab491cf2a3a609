using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Testing;

/// <summary>A demo plan with letters that wait to be written, and processes that write them and can be killed.</summary>
public sealed class LetterDrill : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("portal-letters-").FullName;

    private LetterDrill() { }

    /// <param name="letters">How many wait.</param>
    public static async Task<LetterDrill> CreateAsync(int letters)
    {
        var drill = new LetterDrill();
        await (await DataTemplate.DemoAsync(isFile: true)).CopyToAsync(drill._directory);
        await drill.StoreAsync(letters);
        return drill;
    }

    public Task<PortalProcess> StartAsync() => PortalProcess.StartAsync(_directory, "--Outbox:LeaseSeconds=5");

    /// <summary>Returns when so many are written.</summary>
    public async Task UntilAsync(int issued)
    {
        for (var i = 0; await AskAsync(db => db.Set<Letter>().CountAsync(l => l.State == LetterState.Issued)) < issued; i++)
        {
            if (i == 600) throw new InvalidOperationException("The letters were never written.");
            await Task.Delay(100);
        }
    }

    public async Task<T> AskAsync<T>(Func<PortalDb, Task<T>> ask)
    {
        await using var app = PortalHost.Build([$"--Data:Directory={_directory}", "--urls=http://127.0.0.1:0"]);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("test"));
        return await ask(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task StoreAsync(int letters)
    {
        await using var app = PortalHost.Build([$"--Data:Directory={_directory}", "--urls=http://127.0.0.1:0"]);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("test"));
        var (db, box) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<LetterBox>());
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        var account = await db.Set<ProviderAccount>().Where(a => a.Addresses.Any() && a.Markets.Any()).OrderBy(a => a.Id).FirstAsync();
        for (var i = 1; i <= letters; i++)
            await box.AddAsync(new(LetterKinds.Welcome, new Subject(i), account.Id, new LetterValues().Set("username", $"user{i}").Set("name", $"User {i}")), CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private sealed record Subject(long Id) : IEntity;
}
