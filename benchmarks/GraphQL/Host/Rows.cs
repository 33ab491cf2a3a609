using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.GraphQL.Comparison.Host;

/// <summary>Objects of rows, in the column order of the statements.</summary>
internal static class Rows
{
    public static Member Member(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0), Number = row.GetString(1), FirstName = row.GetString(2), LastName = row.GetString(3), BirthDate = row.Date(4),
        Email = row.IsDBNull(5) ? null : row.GetString(5), Phone = row.GetString(6), Street = row.GetString(7), City = row.GetString(8),
        State = row.GetString(9), PostalCode = row.GetString(10),
    };

    public static Provider Provider(SqliteDataReader row) =>
        new() { Id = row.GetInt64(0), Npi = row.GetString(1), Name = row.GetString(2), Specialty = row.GetString(3), City = row.GetString(4) };

    public static Claim Claim(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0), Number = row.GetString(1), Status = (ClaimStatus)row.GetInt32(2), Diagnosis = row.GetString(3), ServiceDate = row.Date(4),
        ReceivedDate = row.Date(5), ChargedCents = row.GetInt64(6), PaidCents = row.GetInt64(7), MemberId = row.GetInt64(8), ProviderId = row.GetInt64(9),
    };

    public static ClaimLine Line(SqliteDataReader row) => new()
    {
        Line = row.GetInt32(1), Procedure = row.GetString(2), Description = row.GetString(3), Units = row.GetInt32(4),
        ChargedCents = row.GetInt64(5), AllowedCents = row.GetInt64(6), PaidCents = row.GetInt64(7),
    };

    /// <summary>The coverage and plan from a column on; null when the member had none.</summary>
    public static Coverage? Coverage(SqliteDataReader row, int first) => row.IsDBNull(first) ? null : new(
        row.GetString(first), row.Date(first + 1), row.IsDBNull(first + 2) ? null : row.Date(first + 2), new(row.GetString(first + 3), row.GetString(first + 4)));

    public static List<T> All<T>(SqliteDataReader row, Func<SqliteDataReader, T> read)
    {
        List<T> all = [];
        while (row.Read()) all.Add(read(row));
        return all;
    }

    private static DateOnly Date(this SqliteDataReader row, int column) =>
        DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
