using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// Stores many new records at once. On SQLite the ordinary save prepares a statement for every row; here each table's statement is
/// prepared once, which is several times as fast. For imports and the demo plan, inside an open write scope; what they bring
/// is the past and not published.
/// </summary>
internal static class BulkInsert
{
    /// <summary>Inserts every record that was added to the context and gives it its id; what was changed is left to the commit.</summary>
    public static async Task InsertAddedAsync(this PortalDb db, CancellationToken ct)
    {
        if (!db.IsSqlite)
        {
            // Npgsql sends a save in batches by itself.
            db.PublishesChanges = false;
            try
            {
                await db.SaveChangesAsync(ct);
            }
            finally
            {
                db.PublishesChanges = true;
            }
            return;
        }
        ModelConventions.RaiseVersions(db.ChangeTracker);
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Bulk inserts are part of a write scope.");
        // Records may point at ones further down; the keys are checked at the commit.
        await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", ct);
        var byType = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added).GroupBy(e => e.Metadata).ToList();
        if (byType.Find(g => g.Key.IsOwned()) is { } owned) throw new NotSupportedException($"{owned.Key.DisplayName()} shares its owner's table.");
        // All keys first: they reach the records that point at them.
        foreach (var entries in byType) await GiveIdsAsync(entries.Key, [.. entries], transaction, ct);
        foreach (var entries in byType) await InsertAsync(entries.Key, [.. entries], transaction, ct);
    }

    private static async Task GiveIdsAsync(IEntityType type, List<EntityEntry> entries, DbTransaction transaction, CancellationToken ct)
    {
        if (type.FindPrimaryKey() is not { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } key] } || key.ClrType != typeof(long)) return;
        var next = await NextIdAsync(type, key, transaction, ct);
        // Temporary keys rise in the order in which the records were added; the tracker's own order is another.
        foreach (var id in entries.Select(e => e.Property(key)).Where(p => p.IsTemporary).OrderBy(p => (long)p.CurrentValue!).ToList())
        {
            id.CurrentValue = next++;
            id.IsTemporary = false;
        }
    }

    private static async Task<long> NextIdAsync(IEntityType type, IProperty key, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""SELECT COALESCE(MAX("{key.GetColumnName()}"), 0) + 1 FROM "{type.GetTableName()}" """;
        var next = (long)(await command.ExecuteScalarAsync(ct))!;
        // A number that was given and taken back is not given again where the table remembers it.
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'sqlite_sequence'";
        if ((long)(await command.ExecuteScalarAsync(ct))! == 0) return next;
        command.CommandText = $"SELECT COALESCE(MAX(seq), 0) + 1 FROM sqlite_sequence WHERE name = '{type.GetTableName()}'";
        return Math.Max(next, (long)(await command.ExecuteScalarAsync(ct))!);
    }

    private static async Task InsertAsync(IEntityType type, List<EntityEntry> entries, DbTransaction transaction, CancellationToken ct)
    {
        var properties = type.GetProperties().Where(p => p.GetBeforeSaveBehavior() is PropertySaveBehavior.Save || p.IsPrimaryKey()).ToList();
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"""INSERT INTO "{type.GetTableName()}" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""))}) VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})""";
        var converters = properties.ConvertAll(p => p.GetTypeMapping().Converter);
        for (var i = 0; i < properties.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"p{i}";
            command.Parameters.Add(parameter);
        }
        foreach (var entry in entries)
        {
            for (var i = 0; i < properties.Count; i++)
            {
                var value = entry.Property(properties[i]).CurrentValue;
                command.Parameters[i].Value = (value is null || converters[i] is not { } converter ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
            }
            await command.ExecuteNonQueryAsync(ct);
        }
        foreach (var entry in entries) entry.State = EntityState.Unchanged;
    }
}
