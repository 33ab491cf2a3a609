using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Testing;

/// <summary>A migrated database, made once in a test run and copied for each test.</summary>
internal sealed class DatabaseTemplate
{
    private static readonly Lazy<Task<DatabaseTemplate>> Sqlite = new(() => MigrateAsync(null));
    private static readonly Lazy<Task<DatabaseTemplate>> Postgres = new(() => MigrateAsync(PostgresServer));

    private readonly string? _server;
    private readonly string _place;

    private DatabaseTemplate(string? server, string place) => (_server, _place) = (server, place);

    public static string? PostgresServer => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static Task<DatabaseTemplate> OfAsync(string? server) => server is null ? Sqlite.Value : Postgres.Value;

    /// <summary>Makes a copy; the answer is the configuration that leads to it.</summary>
    public async Task<Dictionary<string, string?>> CopyAsync(string directory)
    {
        if (_server is null)
        {
            File.Copy(_place, Path.Combine(directory, "portal.db"));
            return new() { ["Data:Directory"] = directory };
        }
        var name = $"portal_test_{Guid.NewGuid():n}";
        await CommandAsync(_server, $"CREATE DATABASE {name} TEMPLATE {_place}");
        return Settings(directory, name);
    }

    public async Task DropAsync(string connectionString)
    {
        if (_server is null)
        {
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
            return;
        }
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await CommandAsync(_server, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task<DatabaseTemplate> MigrateAsync(string? server)
    {
        var directory = Directory.CreateTempSubdirectory("portal-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        var name = $"portal_template_{Guid.NewGuid():n}";
        if (server is not null) await CommandAsync(server, $"CREATE DATABASE {name}");
        var template = new DatabaseTemplate(server, server is null ? Path.Combine(directory, "portal.db") : name);

        await using (var services = TestDatabase.Build(template.Settings(directory, name), new TestClock()))
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PortalDatabase>().MigrateAsync(CancellationToken.None);
        // The last connection to close folds SQLite's log into the file; PostgreSQL copies only what nobody is connected to.
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return template;
    }

    private Dictionary<string, string?> Settings(string directory, string name) => _server is null
        ? new() { ["Data:Directory"] = directory }
        : new()
        {
            ["Data:Directory"] = directory,
            ["Storage:Provider"] = nameof(StorageProvider.PostgreSql),
            ["ConnectionStrings:Portal"] = new NpgsqlConnectionStringBuilder(_server) { Database = name, MaxPoolSize = 30 }.ToString(),
        };

    private static async Task CommandAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
