using System.Data.Common;
using System.Globalization;

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
        INSERT INTO "NumberSeries" ("Series", "Last") VALUES (@series, @count)
        ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberSeries"."Last" + @count RETURNING "Last"
        """;

    private const string Insert = """
        INSERT INTO "OutboxEntries" ("Seq", "Topic", "SubjectId", "DetailId", "OccurredAt") VALUES (@seq, @topic, @subject, @detail, @at)
        """;

    public static async Task AppendAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<OutboxMessage> messages, CancellationToken ct)
    {
        if (messages.Count == 0) return;
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Draw;
        Bind(command, "series", Series);
        Bind(command, "count", (long)messages.Count);
        var last = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        command.CommandText = Insert;
        for (var i = 0; i < messages.Count; i++)
        {
            command.Parameters.Clear();
            Bind(command, "seq", last - messages.Count + 1 + i);
            Bind(command, "topic", messages[i].Topic);
            Bind(command, "subject", messages[i].SubjectId);
            Bind(command, "detail", (object?)messages[i].DetailId ?? DBNull.Value);
            Bind(command, "at", messages[i].OccurredAt.UtcDateTime);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
