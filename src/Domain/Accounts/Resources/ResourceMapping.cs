using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Resources;

internal sealed class ResourceMapping : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> resource)
    {
        resource.Property(r => r.Title).HasMaxLength(Resource.TitleLength);
        resource.Property(r => r.Section).HasMaxLength(Resource.SectionLength);
        resource.Property(r => r.Description).HasMaxLength(Resource.DescriptionLength);
        resource.Property(r => r.Url).HasMaxLength(ContentPolicy.LinkLength);
        resource.Property(r => r.Markets).HasCodes();
    }
}
