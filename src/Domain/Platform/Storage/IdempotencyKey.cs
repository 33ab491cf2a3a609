using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>A client's request id with the content it came with and the record it made.</summary>
public sealed class IdempotencyKey : IEntity
{
    public long Id { get; private set; }
    public required string Owner { get; init; }
    public required string ClientRequestId { get; init; }
    public required string Operation { get; init; }
    public required string InputHash { get; init; }
    public required long ResultId { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> key)
    {
        key.HasIndex(k => new { k.Owner, k.ClientRequestId }).IsUnique();
        key.Property(k => k.Owner).HasMaxLength(60);
        key.Property(k => k.ClientRequestId).HasMaxLength(100);
        key.Property(k => k.Operation).HasMaxLength(60);
        key.Property(k => k.InputHash).HasMaxLength(64);
    }
}

/// <summary>Answers to remember once their records have ids.</summary>
internal sealed class PendingResults
{
    private readonly List<(IEntity Result, Func<long, IdempotencyKey> Key)> _pending = [];

    public void Add(IEntity result, Func<long, IdempotencyKey> key) => _pending.Add((result, key));

    public bool AddTo(PortalDb db)
    {
        foreach (var (result, key) in _pending) db.Add(key(result.Id));
        return _pending.Count > 0;
    }

    public void Clear() => _pending.Clear();
}
