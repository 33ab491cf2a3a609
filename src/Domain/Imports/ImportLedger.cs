using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Imports;

public enum ImportKind { Member, Account, Practitioner, Claim }

/// <summary>One import that ran to its end: what the audit trail points at.</summary>
public sealed class ImportRun : IEntity
{
    public long Id { get; private set; }
    public required string Source { get; init; }
    public required Market Market { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Which record a row of a source became, so that the same row is never taken twice.</summary>
public sealed class ImportedRecord : IEntity
{
    public long Id { get; private set; }
    public required string Source { get; init; }
    public required ImportKind Kind { get; init; }

    /// <summary>The row's key in the source.</summary>
    public required string SourceKey { get; init; }

    public required long RecordId { get; init; }
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> run) => run.Property(r => r.Source).HasMaxLength(200);
}

internal sealed class ImportedRecordMapping : IEntityTypeConfiguration<ImportedRecord>
{
    public void Configure(EntityTypeBuilder<ImportedRecord> record)
    {
        record.Property(r => r.Source).HasMaxLength(40);
        record.Property(r => r.SourceKey).HasMaxLength(80);
        record.HasIndex(r => new { r.Source, r.Kind, r.SourceKey }).IsUnique();
    }
}

/// <summary>What earlier runs took from a source, and the records that this run adds.</summary>
internal sealed class ImportLedger
{
    private readonly string _source;
    private readonly Dictionary<(ImportKind, string), long> _known;
    private readonly List<(ImportKind Kind, string Key, IEntity Record)> _added = [];

    private ImportLedger(string source, Dictionary<(ImportKind, string), long> known) => (_source, _known) = (source, known);

    public static async Task<ImportLedger> LoadAsync(PortalDb db, string source, CancellationToken ct) =>
        new(source, await db.Set<ImportedRecord>().AsNoTracking().Where(r => r.Source == source)
            .ToDictionaryAsync(r => (r.Kind, r.SourceKey), r => r.RecordId, ct));

    public long? Find(ImportKind kind, string key) => _known.TryGetValue((kind, key), out var id) ? id : null;

    public void Add(ImportKind kind, string key, IEntity record) => _added.Add((kind, key, record));

    /// <summary>Saves the records added so far and remembers which rows they came from.</summary>
    public async Task SaveAsync(PortalDb db, CancellationToken ct)
    {
        await db.InsertAddedAsync(ct);
        foreach (var (kind, key, record) in _added)
        {
            _known.Add((kind, key), record.Id);
            db.Add(new ImportedRecord { Source = _source, Kind = kind, SourceKey = key, RecordId = record.Id });
        }
        _added.Clear();
        await db.InsertAddedAsync(ct);
    }
}
