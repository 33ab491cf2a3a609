using System.Data.Common;
using System.Globalization;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>
/// A row exactly as it is stored. SQLite would read a text as a number, and a date in several spellings: what is not of the one form
/// that is written counts as changed.
/// </summary>
/// <param name="Row">What the hash is over; null when a column does not have the form in which it is written.</param>
internal sealed record StoredAuditRow(long Seq, byte[]? PrevHash, byte[]? Hash, AuditRow? Row)
{
    private const string SqliteInstant = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    /// <summary>Reads the columns in the order in which <see cref="ChainVerification"/> selects them.</summary>
    public static StoredAuditRow Read(DbDataReader columns)
    {
        var sound = true;
        var (at, kind) = (Instant(columns.GetValue(3)), Named<ActorKind>(columns.GetValue(4), ActorKinds.Name));
        var row = new AuditRow(
            at ?? default, kind ?? default, Number(5), Number(6), Number(7), Text(8) ?? Unsound(""), Text(9) ?? Unsound(""), Number(10) ?? Unsound(0L),
            Number(11), Text(12), Purpose(columns.GetValue(13)), Text(14) ?? Unsound(""), Text(15), Text(16), Text(17) ?? Unsound(""));
        return new(columns.GetInt64(0), columns.GetValue(1) as byte[], columns.GetValue(2) as byte[], sound && at is not null && kind is not null ? row : null);

        long? Number(int column) => columns.GetValue(column) switch { long number => number, DBNull => null, _ => Unsound<long?>(null) };
        string? Text(int column) => columns.GetValue(column) switch { string text => text, DBNull => null, _ => Unsound<string?>(null) };
        ReadPurpose? Purpose(object stored) => stored is DBNull ? null : Named<ReadPurpose>(stored, ReadPurposes.Name) ?? Unsound<ReadPurpose?>(null);
        T Unsound<T>(T value)
        {
            sound = false;
            return value;
        }
    }

    private static DateTime? Instant(object stored) => stored switch
    {
        DateTime instant => instant,
        string text when DateTime.TryParseExact(
                text, SqliteInstant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            && instant.ToString(SqliteInstant, CultureInfo.InvariantCulture) == text => instant,
        _ => null,
    };

    private static T? Named<T>(object stored, Func<T, string> name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (stored is string text && text == name(value)) return value;
        return null;
    }
}
