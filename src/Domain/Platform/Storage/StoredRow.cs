using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>The row that a reader stands on, its values as <see cref="ModelConventions"/> stores them.</summary>
internal readonly struct StoredRow(DbDataReader reader)
{
    private readonly bool _sqlite = reader is SqliteDataReader;

    public bool IsNull(int column) => reader.IsDBNull(column);

    public int Int(int column) => reader.GetInt32(column);

    public long Long(int column) => reader.GetInt64(column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    // SQLite's own reader asks the culture for the pattern of each date.
    public DateOnly Date(int column) => _sqlite ? Day(reader.GetString(column)) : reader.GetFieldValue<DateOnly>(column);

    public DateOnly? DateOrNull(int column) => IsNull(column) ? null : Date(column);

    public DateTimeOffset Instant(int column) => new(DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc));

    public decimal Money(int column) => _sqlite ? reader.GetInt64(column) / 100m : reader.GetDecimal(column);

    public TEnum Name<TEnum>(int column) where TEnum : struct, Enum => Names<TEnum>.Values[reader.GetString(column)];

    public TEnum? NameOrNull<TEnum>(int column) where TEnum : struct, Enum => IsNull(column) ? null : Name<TEnum>(column);

    private static DateOnly Day(string text) => text.Length == 10 && text[4] == '-' && text[7] == '-'
        ? new(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2))
        : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static int Number(string text, int from, int length) => int.Parse(text.AsSpan(from, length), NumberStyles.None, CultureInfo.InvariantCulture);

    private static class Names<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<string, TEnum> Values = Enum.GetValues<TEnum>().ToFrozenDictionary(v => v.ToString(), StringComparer.Ordinal);
    }
}
