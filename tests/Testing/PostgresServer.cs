using Npgsql;

namespace Portal.Graph.Testing;

/// <summary>The private server of this run, when there is one.</summary>
internal static class PostgresServer
{
    private static readonly string? Server =
        Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static bool IsThere => Server is not null;

    // Many tests at a time share the server's connections; an idle one is given back soon.
    public static string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(Server)
    {
        Database = database, MaxPoolSize = 30, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5,
    }.ToString();

    public static Task CreateAsync(string database) => CommandAsync($"CREATE DATABASE {database}");

    public static Task CopyAsync(string template, string database) => CommandAsync($"CREATE DATABASE {database} TEMPLATE {template}");

    public static async Task DropAsync(string database)
    {
        Release(database);
        await CommandAsync($"DROP DATABASE {database} WITH (FORCE)");
    }

    /// <summary>Closes what this process keeps open to it: a database that somebody is connected to is not copied.</summary>
    public static void Release(string database)
    {
        using var connection = new NpgsqlConnection(ConnectionString(database));
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>A number that no other server has.</summary>
    public static async Task<string> IdAsync()
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT system_identifier::text FROM pg_control_system()", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task CommandAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
