using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Portal.GraphQL.Comparison.Data;

/// <summary>Makes the database that every server gets a copy of; kept beside the program from run to run.</summary>
internal static class Generator
{
    /// <summary>The file with so many members and ten times as many claims.</summary>
    public static string Provide(int members)
    {
        var directory = Path.Combine(Path.GetTempPath(), "portal-graphql-comparison");
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, $"{members}-{Version()}.db");
        if (File.Exists(file)) return file;
        Console.WriteLine($"Generating {members} members and {10 * members} claims.");
        foreach (var old in Directory.EnumerateFiles(directory, $"{members}-*")) File.Delete(old);
        var unfinished = file + ".part";
        using (var connection = new SqliteConnection($"Data Source={unfinished};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN");
            Run(connection, Resource("Tables.sql"));
            Run(connection, Resource("Rows.sql").Replace("@members", $"{members}", StringComparison.Ordinal));
            Run(connection, "COMMIT; PRAGMA journal_mode = WAL");
        }
        File.Move(unfinished, file);
        return file;
    }

    private static string Version() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Resource("Tables.sql") + Resource("Rows.sql"))))[..12];

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Generator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
