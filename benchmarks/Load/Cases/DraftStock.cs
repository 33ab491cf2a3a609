using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Testing;

namespace Portal.Graph.Load.Cases;

/// <summary>Complete drafts of 6 lines, written into the database before it is copied: both servers find the same ones.</summary>
internal static class DraftStock
{
    public const int Count = 15_000;

    /// <summary>As the domain stores forms.</summary>
    public static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Fill(string directory)
    {
        var members = SampleClaims.CoveredMembers(directory, "OH");
        var practice = SampleClaims.Practice(directory);
        var visits = DemoRows.Read(directory, """SELECT "MemberIdGiven", "FirstServiceDate", "LastServiceDate" FROM "Claims" """,
            r => (Member: r.GetString(0), First: DateOnly.ParseExact(r.GetString(1), "yyyy-MM-dd"), Last: DateOnly.ParseExact(r.GetString(2), "yyyy-MM-dd")))
            .ToLookup(v => v.Member);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "portal.db")};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO "ClaimDrafts" ("Version", "AccountId", "Market", "Type", "State", "CreatedBy", "CreatedAt", "ChangedAt", "MemberIdGiven",
                "FirstServiceDate", "LastServiceDate", "TotalCharge", "Form", "OtherPayers")
            VALUES (1, @account, 'OH', 'Hcfa', 'Draft', 2, @at, @at, @member, @day, @day, @total, @form, '[]')
            """;
        for (var i = 0; i < Count; i++)
        {
            // Each visit of a member on a day of its own, so that none looks like a duplicate.
            var (member, day) = (members[i % members.Count], today.AddDays(-2 - i / members.Count));
            if (visits[member].Any(v => v.First <= day && day <= v.Last)) continue;
            var form = SampleClaims.Form(practice, member, day, $"LOAD-{i.ToString(CultureInfo.InvariantCulture)}");
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@account", practice.Id);
            command.Parameters.AddWithValue("@at", now);
            command.Parameters.AddWithValue("@member", member);
            command.Parameters.AddWithValue("@day", day);
            command.Parameters.AddWithValue("@total", (long)(form.TotalCharge! * 100m));
            command.Parameters.AddWithValue("@form", JsonSerializer.Serialize<ClaimForm>(form, Stored));
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }
}
