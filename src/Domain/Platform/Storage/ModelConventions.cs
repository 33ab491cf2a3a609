using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>How every entity is stored, so that mappings need not say it.</summary>
internal static class ModelConventions
{
    public static void StoreValues(this ModelConfigurationBuilder conventions, bool sqlite)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.Properties<decimal>().HavePrecision(12, 2);
        // SQLite has no decimal: as text it would neither sort nor add up.
        if (sqlite) conventions.Properties<decimal>().HaveConversion<CentsConverter>();
    }

    public static void ApplyPortalConventions(this ModelBuilder model, bool sqlite)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (!entity.IsOwned() && entity.FindAnnotation(RelationalAnnotationNames.TableName) is null)
                entity.SetTableName(Plural(entity.ClrType.Name));
            foreach (var key in entity.GetForeignKeys().Where(k => !k.IsOwnership)) key.DeleteBehavior = DeleteBehavior.Restrict;
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            // Text sorts and compares by its code points on both, whatever locale the server was made with: cursors, ranges and lists agree.
            if (!sqlite) foreach (var text in entity.GetProperties().Where(IsStoredAsText)) text.SetCollation("C");
        }
    }

    // PLT-05: the version rises with every save, so no mapping or desk can forget it.
    public static void RaiseVersions(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IVersioned>())
        {
            var version = entry.Property(nameof(IVersioned.Version));
            if (entry.State is EntityState.Added) version.CurrentValue = 1;
            if (entry.State is EntityState.Modified) version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    /// <summary>Dollars as SQLite stores them.</summary>
    public static long Cents(decimal dollars) => (long)decimal.Round(dollars * 100m, 0, MidpointRounding.AwayFromZero);

    private static bool IsStoredAsText(IReadOnlyProperty property) =>
        (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string);

    private static string Plural(string noun) => noun switch
    {
        _ when noun.EndsWith('y') && !"aeiou".Contains(noun[^2]) => noun[..^1] + "ies",
        _ when noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch") || noun.EndsWith("sh") => noun + "es",
        _ => noun + "s",
    };

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    private sealed class CentsConverter() : ValueConverter<decimal, long>(
        amount => Cents(amount), cents => cents / 100m);
}
