using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Graph.Domain.Platform.Files;

internal sealed class StoredContentMapping : IEntityTypeConfiguration<StoredContent>
{
    public void Configure(EntityTypeBuilder<StoredContent> content)
    {
        content.Property(c => c.Sha256).HasMaxLength(64);
        content.Property(c => c.StoreName).HasMaxLength(100);
        content.Property(c => c.KeyId).HasMaxLength(40);
        content.Property(c => c.Threat).HasMaxLength(200);
        content.HasIndex(c => c.Sha256).IsUnique();
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.Property(f => f.Name).HasMaxLength(StoredFile.NameLength);
        file.Property(f => f.ContentType).HasMaxLength(100);
        file.Property(f => f.SubjectKind).HasMaxLength(60);
        file.HasOne(f => f.Content).WithMany().HasForeignKey(f => f.ContentId);
        file.HasIndex(f => new { f.SubjectKind, f.CreatedAt });
    }
}

internal sealed class FileUploadMapping : IEntityTypeConfiguration<FileUpload>
{
    public void Configure(EntityTypeBuilder<FileUpload> upload)
    {
        upload.Property(u => u.Token).HasMaxLength(43);
        upload.Property(u => u.Name).HasMaxLength(StoredFile.NameLength);
        upload.Property(u => u.DeclaredType).HasMaxLength(100);
        upload.Property(u => u.DeclaredSha256).HasMaxLength(64);
        upload.Property(u => u.KeyId).HasMaxLength(40);
        upload.HasOne(u => u.File).WithMany().HasForeignKey(u => u.FileId);
        upload.HasIndex(u => u.Token).IsUnique();
        upload.HasIndex(u => u.ExpiresAt);
    }
}
