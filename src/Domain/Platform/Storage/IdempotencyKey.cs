using System.Data;
using System.Data.Common;
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
    private const string Insert = """
        INSERT INTO "IdempotencyKeys" ("Owner", "ClientRequestId", "Operation", "InputHash", "ResultId", "At") VALUES (@0, @1, @2, @3, @4, @5)
        """;
    private readonly List<(IEntity Result, Func<long, IdempotencyKey> Key)> _pending = [];

    public void Add(IEntity result, Func<long, IdempotencyKey> key) => _pending.Add((result, key));

    /// <summary>Inserts them by hand, after the save that gave the ids: a second save would look at every record of the first again.</summary>
    public async Task InsertAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        foreach (var (result, make) in _pending)
        {
            var key = make(result.Id);
            await using var insert = new RowStatement(connection, transaction, Insert,
                DbType.String, DbType.String, DbType.String, DbType.String, DbType.Int64, DbType.DateTime);
            insert[0] = key.Owner;
            insert[1] = key.ClientRequestId;
            insert[2] = key.Operation;
            insert[3] = key.InputHash;
            insert[4] = key.ResultId;
            insert[5] = key.At.UtcDateTime;
            await insert.RunAsync(ct);
        }
    }

    public void Clear() => _pending.Clear();
}
