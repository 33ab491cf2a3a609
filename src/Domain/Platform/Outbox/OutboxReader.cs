using System.Data.Common;
using System.Globalization;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox;

/// <summary>Reads published changes on a connection of its own.</summary>
public sealed class OutboxReader(PortalStorage storage)
{
    /// <summary>How many entries one reading takes at most.</summary>
    public const int BatchSize = 500;

    /// <summary>The number of the newest committed change; 0 when there was none yet.</summary>
    public async Task<long> LastAsync(CancellationToken ct)
    {
        await using var connection = await storage.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COALESCE(MAX("Last"), 0) FROM "NumberSeries" WHERE "Series" = @series""";
        Bind(command, "series", OutboxWriter.Series);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>The next changes after the number, in order, at most <see cref="BatchSize"/>.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> AfterAsync(long seq, CancellationToken ct)
    {
        await using var connection = await storage.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT "Seq", "Topic", "SubjectId", "DetailId", "OccurredAt" FROM "OutboxEntries" WHERE "Seq" > @seq ORDER BY "Seq" LIMIT {BatchSize}
            """;
        Bind(command, "seq", seq);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var entries = new List<OutboxEntry>();
        while (await rows.ReadAsync(ct))
            entries.Add(new()
            {
                Seq = rows.GetInt64(0), Topic = rows.GetString(1), SubjectId = rows.GetInt64(2), DetailId = rows.IsDBNull(3) ? null : rows.GetInt64(3),
                OccurredAt = new(DateTime.SpecifyKind(rows.GetDateTime(4), DateTimeKind.Utc)),
            });
        return entries;
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
