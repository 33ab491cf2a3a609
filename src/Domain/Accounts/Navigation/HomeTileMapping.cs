using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Navigation;

internal sealed class HomeTileMapping : IEntityTypeConfiguration<HomeTile>
{
    public void Configure(EntityTypeBuilder<HomeTile> tile)
    {
        tile.Property(t => t.Key).HasMaxLength(HomeTile.KeyLength);
        tile.Property(t => t.Label).HasMaxLength(HomeTile.LabelLength);
        tile.Property(t => t.PageKey).HasMaxLength(HomeTile.PageKeyLength);
        // Every permission of the portal at once.
        tile.Property(t => t.AnyOf).HasCodes().HasMaxLength(800);
        tile.HasIndex(t => new { t.Key, t.Market }).IsUnique();
    }
}
