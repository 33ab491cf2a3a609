using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.Procedures;

internal sealed class ProcedureRuleMapping : IEntityTypeConfiguration<ProcedureRule>
{
    public void Configure(EntityTypeBuilder<ProcedureRule> rule)
    {
        rule.Property(r => r.Code).HasMaxLength(5);
        rule.Property(r => r.PlaceOfService).HasMaxLength(2);
        rule.Property(r => r.Limit).HasMaxLength(ProcedureRule.LimitLength);
        rule.Property(r => r.PolicyUrl).HasMaxLength(ContentPolicy.LinkLength);
        rule.HasIndex(r => new { r.Code, r.Market, r.From });
    }
}
