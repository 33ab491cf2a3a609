using System.Text.Json;
using Microsoft.Data.Sqlite;
using Portal.Graph.Driving;

namespace Portal.Graph.Load.Running;

/// <summary>Before anything is timed: both servers give equal answers and leave equally many rows in every table.</summary>
internal static class SameWork
{
    private const int Requests = 20;

    public static async Task<string> ProveAsync(LoadCase load, ServerProcess portal, Caller toPortal, ServerProcess yardstick, Caller toYardstick)
    {
        var (portalBefore, yardstickBefore) = (Counts(portal), Counts(yardstick));
        for (var i = 0; i < Requests; i++)
        {
            var (theirs, ours) = (Data(await toPortal.AnswerAsync()), Data(await toYardstick.AnswerAsync()));
            if (!JsonElement.DeepEquals(theirs, ours))
                throw new InvalidOperationException($"{load.Name}: the answers differ.\nportal    {theirs}\nyardstick {ours}");
        }
        var (written, same) = (Added(portalBefore, Counts(portal)), Added(yardstickBefore, Counts(yardstick)));
        if (written != same) throw new InvalidOperationException($"{load.Name}: the rows differ.\nportal    {written}\nyardstick {same}");
        return $"{load.Name}: {Requests} equal answers; both wrote {written}.";
    }

    private static JsonElement Data(byte[] answer) => JsonDocument.Parse(answer).RootElement.GetProperty("data");

    private static string Added(Dictionary<string, long> before, Dictionary<string, long> after) =>
        string.Join(", ", after.Where(t => t.Value != before[t.Key]).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Value - before[t.Key]} {t.Key}"));

    private static Dictionary<string, long> Counts(ServerProcess server)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Directory, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var names = connection.CreateCommand();
        names.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
        List<string> tables = [];
        using (var reader = names.ExecuteReader()) while (reader.Read()) tables.Add(reader.GetString(0));
        return tables.ToDictionary(t => t, t =>
        {
            using var count = connection.CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM \"{t}\"";
            return (long)count.ExecuteScalar()!;
        });
    }
}
