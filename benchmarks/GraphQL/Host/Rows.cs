using Microsoft.Data.Sqlite;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Comparison.Host;

/// <summary>Objects of rows, in the column order of the statements.</summary>
internal static class Rows
{
    public static Member Member(Row row) => Member(row, 0);

    public static Provider Provider(Row row) => Provider(row, 0);

    /// <param name="member">The first column of the member, where it was joined and is wanted.</param>
    /// <param name="provider">The first column of the provider, likewise.</param>
    public static Claim Claim(Row row, int? member = null, int? provider = null) => new()
    {
        Id = row.Long(0), Number = row.Text(1), Status = (ClaimStatus)row.Int(2), Diagnosis = row.Text(3), ServiceDate = row.Date(4),
        ReceivedDate = row.Date(5), ChargedCents = row.Long(6), PaidCents = row.Long(7), MemberId = row.Long(8), ProviderId = row.Long(9),
        Member = member is { } m ? Member(row, m) : null, Provider = provider is { } p ? Provider(row, p) : null,
    };

    public static ClaimLine Line(Row row) => new()
    {
        ClaimId = row.Long(0), Line = row.Int(1), Procedure = row.Text(2), Description = row.Text(3), Units = row.Int(4),
        ChargedCents = row.Long(5), AllowedCents = row.Long(6), PaidCents = row.Long(7),
    };

    /// <summary>The coverage and plan from a column on; null when the member had none.</summary>
    public static Coverage? Coverage(Row row, int first) => row.IsNull(first) ? null
        : new(row.Text(first), row.Date(first + 1), row.OptionalDate(first + 2), new(row.Text(first + 3), row.Text(first + 4)));

    public static List<T> All<T>(SqliteDataReader reader, Func<Row, T> read)
    {
        List<T> all = [];
        var row = new Row(reader, new Utf8TextBuffer());
        while (reader.Read()) all.Add(read(row));
        return all;
    }

    /// <summary>The first row; null when there is none.</summary>
    public static T? First<T>(SqliteDataReader reader, Func<Row, T> read) where T : class =>
        reader.Read() ? read(new Row(reader, new Utf8TextBuffer())) : null;

    private static Member Member(Row row, int first) => new()
    {
        Id = row.Long(first), Number = row.Text(first + 1), FirstName = row.Text(first + 2), LastName = row.Text(first + 3), BirthDate = row.Date(first + 4),
        Email = row.OptionalText(first + 5), Phone = row.Text(first + 6), Street = row.Text(first + 7), City = row.Text(first + 8),
        State = row.Text(first + 9), PostalCode = row.Text(first + 10),
    };

    private static Provider Provider(Row row, int first) =>
        new() { Id = row.Long(first), Npi = row.Text(first + 1), Name = row.Text(first + 2), Specialty = row.Text(first + 3), City = row.Text(first + 4) };
}
