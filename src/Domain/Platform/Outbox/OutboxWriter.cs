using System.Data;
using System.Data.Common;
using System.Globalization;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox;

/// <summary>
/// Appends published changes inside the transaction that makes them, last. The numbers come from one counter row, which the
/// transaction holds until its end: the next transaction gets its numbers after this one is visible, so numbers are in the order
/// of commits on PostgreSQL as on SQLite, and one rolled back leaves no gap.
/// </summary>
internal static class OutboxWriter
{
    public const string Series = "outbox";

    private const string Draw = """
        INSERT INTO "NumberSeries" ("Series", "Last") VALUES (@0, @1)
        ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberSeries"."Last" + @1 RETURNING "Last"
        """;

    private const string Insert = """
        INSERT INTO "OutboxEntries" ("Seq", "Topic", "SubjectId", "DetailId", "OccurredAt") VALUES (@0, @1, @2, @3, @4)
        """;

    public static async Task AppendAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<OutboxMessage> messages, CancellationToken ct)
    {
        if (messages.Count == 0) return;
        await using var draw = new RowStatement(connection, transaction, Draw, DbType.String, DbType.Int64);
        draw[0] = Series;
        draw[1] = (long)messages.Count;
        var last = Convert.ToInt64(await draw.ValueAsync(ct), CultureInfo.InvariantCulture);
        await using var insert = new RowStatement(connection, transaction, Insert,
            DbType.Int64, DbType.String, DbType.Int64, DbType.Int64, DbType.DateTime);
        for (var i = 0; i < messages.Count; i++)
        {
            insert[0] = last - messages.Count + 1 + i;
            insert[1] = messages[i].Topic;
            insert[2] = messages[i].SubjectId;
            insert[3] = messages[i].DetailId;
            insert[4] = messages[i].OccurredAt.UtcDateTime;
            await insert.RunAsync(ct);
        }
    }
}
