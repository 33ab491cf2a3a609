using System.Collections;
using System.Reflection;

namespace Portal.GraphQL.Building;

/// <summary>Makes the list type of an input from the coerced items.</summary>
internal static class InputLists
{
    /// <summary>Null when lists of that CLR type cannot be made.</summary>
    public static Func<object, object?>? Converter(Type list, Func<object, object?>? item)
    {
        var element = ClrShape.ElementType(list)!;
        var maker = list.IsAssignableFrom(element.MakeArrayType()) ? nameof(Array)
            : list.IsAssignableFrom(typeof(List<>).MakeGenericType(element)) ? nameof(List)
            : list.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(element)) ? nameof(Set)
            : null;
        if (maker is null) return null;
        return (Func<object, object?>)typeof(InputLists).GetMethod(maker, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(element).Invoke(null, [item])!;
    }

    private static Func<object, object?> Array<T>(Func<object, object?>? item) => list => Items<T>(list, item).ToArray();
    private static Func<object, object?> List<T>(Func<object, object?>? item) => list => Items<T>(list, item).ToList();
    private static Func<object, object?> Set<T>(Func<object, object?>? item) => list => Items<T>(list, item).ToHashSet();

    private static IEnumerable<T> Items<T>(object list, Func<object, object?>? item) =>
        ((IEnumerable)list).Cast<object?>().Select(i => InputReader.Read<T>(i, item, default)!);
}
