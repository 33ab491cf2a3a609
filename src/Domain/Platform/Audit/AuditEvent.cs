using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>One row of the audit trail. Written only by <see cref="AuditChain"/>, never changed (PLT-04).</summary>
public sealed class AuditEvent
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Seq { get; init; }
    public byte[] PrevHash { get; init; } = [];

    /// <summary>SHA-256 over <see cref="PrevHash"/> and all other columns.</summary>
    public byte[] Hash { get; init; } = [];
    public DateTimeOffset At { get; init; }
    public ActorKind ActorKind { get; init; }
    public long? ActorId { get; init; }
    public long? ImpersonatorId { get; init; }
    public long? AccountId { get; init; }

    /// <summary><c>read</c>, or a change such as <c>claim.submitted</c>.</summary>
    public string Action { get; init; } = "";
    public string Entity { get; init; } = "";
    public long EntityId { get; init; }
    public long? MemberId { get; init; }

    /// <summary>Of a read: which group of fields was shown.</summary>
    public string? FieldGroup { get; init; }

    /// <summary>Ids and codes before the change as JSON; never names or notes.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
    public string CorrelationId { get; init; } = "";
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> row)
    {
        row.HasKey(e => e.Seq);
        row.Property(e => e.Seq).ValueGeneratedNever();
        row.Property(e => e.Action).HasMaxLength(60);
        row.Property(e => e.Entity).HasMaxLength(60);
        row.Property(e => e.FieldGroup).HasMaxLength(60);
        row.Property(e => e.CorrelationId).HasMaxLength(64);
        row.HasIndex(e => new { e.MemberId, e.Seq });
        row.HasIndex(e => new { e.Entity, e.EntityId, e.Seq });
    }
}
