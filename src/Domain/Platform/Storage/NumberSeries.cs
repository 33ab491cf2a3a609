using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>Business numbers such as <c>C2511010000001</c> (section 0.1): prefix, date, seven digits; never reused.</summary>
public sealed class NumberSeries(PortalDb db)
{
    private const string Draw = """
        INSERT INTO "NumberSeries" ("Series", "Last") VALUES (@0, 1)
        ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberSeries"."Last" + 1 RETURNING "Last"
        """;

    /// <summary>The next number of the prefix and day; call it inside the write scope whose save uses it.</summary>
    public async Task<string> NextAsync(string prefix, DateOnly date, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("A number is drawn inside a write scope.");
        var day = date.ToString("yyMMdd", CultureInfo.InvariantCulture);
        await using var draw = new RowStatement(db.Database.GetDbConnection(), transaction.GetDbTransaction(), Draw, DbType.String);
        draw[0] = prefix + day;
        var last = Convert.ToInt64(await draw.ValueAsync(ct), CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{day}{last:D7}");
    }
}

/// <summary>The last number drawn of a prefix and day.</summary>
public sealed class NumberSeriesRow
{
    public required string Series { get; init; }
    public long Last { get; init; }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeriesRow>
{
    public void Configure(EntityTypeBuilder<NumberSeriesRow> row)
    {
        row.ToTable("NumberSeries");
        row.HasKey(r => r.Series);
        row.Property(r => r.Series).HasMaxLength(20);
    }
}
