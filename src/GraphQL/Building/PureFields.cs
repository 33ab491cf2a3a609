using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>Compiles fields that read their parent and nothing else.</summary>
internal static class PureFields
{
    /// <summary>Fills <see cref="OutputField.Pure"/> and, for leaves, <see cref="OutputField.WriteLeaf"/>.</summary>
    /// <param name="parent">The parameter of type object that <paramref name="value"/> reads.</param>
    public static void Compile(OutputField field, ParameterExpression parent, Expression value, ClrShape shape, GlobalIdType? idType)
    {
        var named = field.Type.Named;
        if (!named.IsLeaf || shape.IsList)
        {
            var read = Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parent).Compile();
            field.Pure = LeafLists.Converter(shape, named, idType) is { } convert ? p => convert(read(p)) : p => read(p);
            return;
        }
        var leaf = LeafConversion.ToLeaf(value, named, idType);
        var typed = Expression.Lambda(typeof(Func<,>).MakeGenericType(typeof(object), leaf.Type), leaf, parent).Compile();
        field.Pure = (PureResolver)typeof(PureFields).GetMethod(nameof(Boxed), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(leaf.Type).Invoke(null, [typed])!;
        field.WriteLeaf = idType is null && Utf8Writer(parent, value, named) is { } write ? write : LeafWriters.Make(typed, leaf.Type, named);
    }

    // Read as a value such a text is converted like any other; written it needs no string.
    private static LeafWriter? Utf8Writer(ParameterExpression parent, Expression value, NamedType named) =>
        named != BuiltInScalars.String && named != BuiltInScalars.ID ? null
        : value.Type == typeof(Utf8Text) ? LeafWriters.Utf8(Expression.Lambda<Func<object, Utf8Text>>(value, parent).Compile())
        : value.Type == typeof(Utf8Text?) ? LeafWriters.Utf8(Expression.Lambda<Func<object, Utf8Text?>>(value, parent).Compile())
        : null;

    private static PureResolver Boxed<T>(Func<object, T> read) => parent => read(parent);
}
