using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.PublicLinks;

internal sealed class ContentLinkMapping : IEntityTypeConfiguration<ContentLink>
{
    public void Configure(EntityTypeBuilder<ContentLink> link)
    {
        link.Property(l => l.Key).HasMaxLength(ContentLink.KeyLength);
        link.Property(l => l.Label).HasMaxLength(ContentLink.LabelLength);
        link.Property(l => l.Body).HasMaxLength(ContentLink.BodyLength);
        link.Property(l => l.Url).HasMaxLength(ContentPolicy.LinkLength);
        link.Property(l => l.PageKey).HasMaxLength(ContentLink.PageKeyLength);
        link.HasIndex(l => new { l.Key, l.Market }).IsUnique();
    }
}
