using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

public enum PolicyState { Draft, Approved }

/// <summary>A market rule as a dated row (PLT-02). An empty market, line or program means "any".</summary>
public sealed class PolicySetting : IVersioned
{
    public long Id { get; private set; }
    public int Version { get; private set; }
    public required string Key { get; init; }
    public Market? Market { get; init; }
    public Lob? Lob { get; init; }
    public string? Program { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force; open when null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A number, <c>true</c>/<c>false</c>, a text, or a list with commas, as its key demands.</summary>
    public required string Value { get; init; }

    /// <summary>The requirement or regulation it rests on.</summary>
    public required string Source { get; init; }
    public PolicyState State { get; init; } = PolicyState.Approved;
    public string Author { get; init; } = "catalogue";
    public string? Approver { get; init; }
}

internal sealed class PolicyMapping : IEntityTypeConfiguration<PolicySetting>
{
    public void Configure(EntityTypeBuilder<PolicySetting> row)
    {
        row.Property(p => p.Key).HasMaxLength(80);
        row.Property(p => p.Program).HasMaxLength(60);
        row.Property(p => p.Value).HasMaxLength(1000);
        row.Property(p => p.Source).HasMaxLength(200);
        row.Property(p => p.Author).HasMaxLength(64);
        row.Property(p => p.Approver).HasMaxLength(64);
        row.HasIndex(p => new { p.Key, p.Market, p.Lob, p.Program, p.From }).IsUnique();
    }
}
