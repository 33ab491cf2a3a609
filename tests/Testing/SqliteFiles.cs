using Microsoft.Data.Sqlite;

namespace Portal.Graph.Testing;

internal static class SqliteFiles
{
    /// <summary>Closes what this process keeps open of the file; the last connection to close folds the log into it.</summary>
    public static void Release(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
