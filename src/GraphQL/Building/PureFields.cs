using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Types;

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
        field.WriteLeaf = LeafWriters.Make(typed, leaf.Type, named);
    }

    private static PureResolver Boxed<T>(Func<object, T> read) => parent => read(parent);
}
