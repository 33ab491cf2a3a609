using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Testing;

/// <summary>
/// A data directory and database of a test's own, copied from a template: a SQLite file or, when <c>PORTAL_TEST_POSTGRES</c> holds the
/// connection string of a server (tests/postgres.sh), a database there. Its directory is deleted, and its database dropped, at the end.
/// </summary>
public sealed class TestData : IAsyncDisposable
{
    private readonly string? _database;

    private TestData(string directory, string? database) => (Directory, _database) = (directory, database);

    public string Directory { get; }

    /// <summary>Whether the tests of this run use PostgreSQL.</summary>
    public static bool IsOnServer => PostgresServer.IsThere;

    /// <summary>The configuration that leads to it.</summary>
    public Dictionary<string, string?> Settings => SettingsOf(Directory, _database);

    /// <summary>The configuration as a program is given it on its command line.</summary>
    public string[] Arguments => [.. Settings.Select(s => $"--{s.Key}={s.Value}")];

    /// <param name="demo">Whether the demo plan is in it; without it only what the catalogue itself defines is.</param>
    public static async Task<TestData> CreateAsync(bool demo = false)
    {
        var template = await (demo ? DataTemplate.DemoAsync() : DataTemplate.EmptyAsync());
        var directory = System.IO.Directory.CreateTempSubdirectory("portal-test-").FullName;
        return new(directory, await template.CopyToAsync(directory));
    }

    /// <summary>A directory with an embedded store in it; it becomes the test's own.</summary>
    public static TestData Of(string directory) => new(directory, null);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await PostgresServer.DropAsync(_database);
        // Of this file only: others in the process are in use.
        else SqliteFiles.Release(PortalStorage.Sqlite(Directory).ConnectionString);
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    internal static Dictionary<string, string?> SettingsOf(string directory, string? database) => database is null
        ? new() { ["Data:Directory"] = directory }
        : new()
        {
            ["Data:Directory"] = directory,
            ["Storage:Provider"] = nameof(StorageProvider.PostgreSql),
            ["ConnectionStrings:Portal"] = PostgresServer.ConnectionString(database),
        };
}
