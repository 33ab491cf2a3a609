using Microsoft.Data.Sqlite;

namespace Portal.Graph.Load.Yardstick;

internal static class Columns
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static decimal Money(this SqliteDataReader row, int column) => row.GetInt64(column) / 100m;
}
