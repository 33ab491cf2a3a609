using Microsoft.Data.Sqlite;
using Portal.GraphQL.Types;
using SQLitePCL;

namespace Portal.GraphQL.Comparison.Host;

/// <summary>
/// The current row of a reader. Values are taken from SQLite itself, as text then stays the UTF-8 that it is: the reader's
/// own getters make a string of it and check every value anew.
/// </summary>
internal readonly struct Row(SqliteDataReader reader, Utf8TextBuffer texts)
{
    private readonly sqlite3_stmt _statement = reader.Handle!;

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int(int column) => raw.sqlite3_column_int(_statement, column);

    public Utf8Text Text(int column) => texts.Add(raw.sqlite3_column_blob(_statement, column));

    public Utf8Text? OptionalText(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A day, kept as yyyy-MM-dd.</summary>
    public DateOnly Date(int column)
    {
        var text = raw.sqlite3_column_blob(_statement, column);
        return new(1000 * Digit(text[0]) + 100 * Digit(text[1]) + 10 * Digit(text[2]) + Digit(text[3]), 10 * Digit(text[5]) + Digit(text[6]), 10 * Digit(text[8]) + Digit(text[9]));
    }

    public DateOnly? OptionalDate(int column) => IsNull(column) ? null : Date(column);

    private static int Digit(byte digit) => digit - '0';
}
