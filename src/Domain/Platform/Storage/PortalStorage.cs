using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Portal.Graph.Domain.Platform.Storage;

public enum StorageProvider { Sqlite, PostgreSql }

/// <summary>
/// Where the data lies. <c>Data:Directory</c> (default <c>data</c>) holds portal.db and keys/; <c>Storage:Provider=PostgreSql</c> with
/// <c>ConnectionStrings:Portal</c> puts the tables on a server instead (PLT-15).
/// </summary>
public sealed class PortalStorage
{
    private PortalStorage(StorageProvider provider, string connectionString, string directory) =>
        (Provider, ConnectionString, DataDirectory) = (provider, connectionString, directory);

    public StorageProvider Provider { get; }
    public string ConnectionString { get; }
    public string DataDirectory { get; }
    public string KeyDirectory => Path.Combine(DataDirectory, "keys");

    /// <summary>The embedded database's file; null on a server.</summary>
    public string? DatabaseFile => Provider is StorageProvider.Sqlite ? Path.Combine(DataDirectory, "portal.db") : null;

    /// <summary>The server's address as its own programs take it, without a password; the embedded database's file.</summary>
    public string ServerAddress
    {
        get
        {
            if (DatabaseFile is { } file) return file;
            var server = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"host={server.Host} port={server.Port} dbname={server.Database} user={server.Username}";
        }
    }

    public static PortalStorage From(IConfiguration configuration)
    {
        var directory = Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } named ? named : "data");
        var provider = Enum.Parse<StorageProvider>(configuration["Storage:Provider"] ?? nameof(StorageProvider.Sqlite), ignoreCase: true);
        return provider switch
        {
            StorageProvider.Sqlite => Sqlite(directory),
            StorageProvider.PostgreSql => new(provider, configuration.GetConnectionString("Portal")
                ?? throw new InvalidOperationException("Storage:Provider=PostgreSql needs ConnectionStrings:Portal."), directory),
        };
    }

    public static PortalStorage Sqlite(string directory) => new(StorageProvider.Sqlite, new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(Path.GetFullPath(directory), "portal.db"),
        ForeignKeys = true,
        Cache = SqliteCacheMode.Private,
    }.ToString(), Path.GetFullPath(directory));

    public static PortalStorage PostgreSql(string connectionString, string directory) =>
        new(StorageProvider.PostgreSql, connectionString, Path.GetFullPath(directory));

    /// <summary>An open connection of its own, with the same settings as those of <see cref="PortalDb"/>.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        DbConnection connection = Provider switch
        {
            StorageProvider.Sqlite => new SqliteConnection(ConnectionString),
            StorageProvider.PostgreSql => new NpgsqlConnection(ConnectionString),
        };
        await connection.OpenAsync(ct);
        if (connection is SqliteConnection sqlite) SqlitePragmas.Apply(sqlite);
        return connection;
    }

    /// <summary>Makes what is not there, for the program's user alone: the database holds health data, the keys open it.</summary>
    public void CreateDirectories()
    {
        CreatePrivate(DataDirectory);
        CreatePrivate(KeyDirectory);
    }

    private static void CreatePrivate(string directory)
    {
        if (Directory.Exists(directory)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
