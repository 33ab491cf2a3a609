using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Domain.Platform.Letters;

internal sealed class LetterTemplateMapping : IEntityTypeConfiguration<LetterTemplate>
{
    public const int BodyLength = 20_000, TitleLength = 120, KeyLength = 40;

    public void Configure(EntityTypeBuilder<LetterTemplate> template)
    {
        template.Property(t => t.Key).HasMaxLength(KeyLength);
        template.Property(t => t.Place).HasMaxLength(2);
        template.Property(t => t.Title).HasMaxLength(TitleLength);
        template.Property(t => t.Body).HasMaxLength(BodyLength);
        template.Property(t => t.Author).HasMaxLength(100);
        template.Property(t => t.Approver).HasMaxLength(100);
        template.Property(t => t.AuthorIds).HasMaxLength(400);
        template.Ignore(t => t.MayRetire);
        template.HasIndex(t => new { t.Key, t.Place, t.TemplateVersion }).IsUnique();
    }
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.Property(l => l.Number).HasMaxLength(20);
        letter.Property(l => l.Kind).HasMaxLength(40);
        letter.Property(l => l.SubjectType).HasMaxLength(60);
        letter.Property(l => l.SubjectNumber).HasMaxLength(40);
        letter.Property(l => l.MissingFields).HasMaxLength(1000);
        letter.Property(l => l.FieldsText);
        letter.Ignore(l => l.Values);
        letter.HasOne(l => l.Template).WithMany().HasForeignKey(l => l.TemplateId);
        letter.HasOne<ProviderAccount>().WithMany().HasForeignKey(l => l.AccountId);
        letter.HasOne<StoredFile>().WithMany().HasForeignKey(l => l.FileId);
        letter.HasOne<Letter>().WithMany().HasForeignKey(l => l.SupersedesId);
        letter.HasIndex(l => l.Number).IsUnique();
        letter.HasIndex(l => new { l.SubjectType, l.SubjectId, l.Kind, l.Revision }).IsUnique();
        letter.HasIndex(l => new { l.AccountId, l.CreatedDate });
        letter.HasIndex(l => new { l.State, l.Id });
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.HasOne<Letter>().WithMany().HasForeignKey(d => d.LetterId);
        delivery.HasIndex(d => d.LetterId);
    }
}
