using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>Short lists that are read and written whole, each in one text column.</summary>
internal static class ListColumns
{
    /// <summary>Names of an enum with commas between them, such as <c>OH,GA</c>.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> HasCodes<T>(this PropertyBuilder<IReadOnlyList<T>> property) where T : struct, Enum =>
        Stored(property, list => string.Join(',', list), text => text.Length == 0 ? [] : [.. text.Split(',').Select(Enum.Parse<T>)], 200);

    /// <summary>Texts of one line each.</summary>
    public static PropertyBuilder<IReadOnlyList<string>> HasLines(this PropertyBuilder<IReadOnlyList<string>> property, int longest) =>
        Stored(property, list => string.Join('\n', list), text => text.Length == 0 ? [] : text.Split('\n'), longest);

    private static PropertyBuilder<IReadOnlyList<T>> Stored<T>(
        PropertyBuilder<IReadOnlyList<T>> property, Func<IReadOnlyList<T>, string> write, Func<string, IReadOnlyList<T>> read, int longest)
    {
        property.HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(list => write(list), text => read(text)),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)), list => list.ToArray()));
        return property.HasMaxLength(longest).IsRequired();
    }
}
