using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Audit;

// PLT-04
/// <summary>One row of the audit trail. Written only by <see cref="AuditChain"/>, never changed.</summary>
public sealed class AuditEvent
{
    /// <summary>The <see cref="Action"/> of every read.</summary>
    public const string ReadAction = "read";

    /// <summary>The <see cref="Outcome"/> of what was done.</summary>
    public const string Done = "OK";

    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Seq { get; init; }
    public byte[] PrevHash { get; init; } = [];

    /// <summary>SHA-256 over <see cref="PrevHash"/> and all other columns.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>When it was noted (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>On whose side the actor stood.</summary>
    public ActorKind ActorKind { get; init; }
    public long? ActorId { get; init; }
    public long? ImpersonatorId { get; init; }
    public long? AccountId { get; init; }

    /// <summary><c>read</c>, or a change such as <c>claim.submitted</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>What kind of record, such as <c>Claim</c>.</summary>
    public string Entity { get; init; } = "";

    /// <summary>The record's internal number; 0 when it was no single one.</summary>
    public long EntityId { get; init; }
    public long? MemberId { get; init; }

    /// <summary>Of a read: which group of fields was shown; null for a change.</summary>
    public string? FieldGroup { get; init; }

    /// <summary>Of a read: why; null for a change.</summary>
    public ReadPurpose? Purpose { get; init; }

    /// <summary><c>OK</c>, or the codes of the refusals, separated by spaces.</summary>
    public string Outcome { get; init; } = Done;

    /// <summary>Ids and codes before the change as JSON; never names or notes; null for a read.</summary>
    public string? Before { get; init; }

    /// <summary>Ids and codes after the change, or what was asked for, as JSON; never names or notes.</summary>
    public string? After { get; init; }

    /// <summary>The request that it belongs to.</summary>
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
        row.Property(e => e.Outcome).HasMaxLength(200);
        row.Property(e => e.CorrelationId).HasMaxLength(64);
        // One per filter of the trail, each in the order of its pages; on SQLite all of them end in Seq, which is the row id.
        row.HasIndex(e => new { e.At, e.Seq });
        row.HasIndex(e => new { e.ActorId, e.At, e.Seq });
        row.HasIndex(e => new { e.AccountId, e.At, e.Seq });
        row.HasIndex(e => new { e.MemberId, e.At, e.Seq });
        row.HasIndex(e => new { e.Entity, e.EntityId, e.Seq });
        // Nearly every row is a read by somebody who is not impersonated: these two hold the others only.
        row.HasIndex(e => new { e.ImpersonatorId, e.At, e.Seq }).HasFilter("\"ImpersonatorId\" IS NOT NULL");
        row.HasIndex(e => new { e.Action, e.At, e.Seq }).HasFilter("\"Action\" <> 'read'");
    }
}
