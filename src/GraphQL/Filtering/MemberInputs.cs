using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Building;

namespace Portal.GraphQL.Filtering;

/// <summary>Reads which members an input names, from marks on the type or from a class of their own.</summary>
internal static class MemberInputs
{
    public static string NameOf(Type type, Type? definition, string suffix, BuildContext context) =>
        (definition is null ? null : Instance(definition).Name) ?? context.Types.NameOf(type) + suffix;

    /// <summary>The members with their GraphQL names.</summary>
    public static IReadOnlyList<(string Name, MemberField Field)> Of<TMark>(Type type, Type? definition, BuildContext context) where TMark : Attribute
    {
        var fields = definition is not null ? Instance(definition).Read()
            : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.IsDefined(typeof(TMark), true)).Select(p => Marked(type, p))];
        if (fields.Count == 0)
            context.Problems.Add($"{(definition ?? type).Name}: no member has [{typeof(TMark).Name.Replace("Attribute", "", StringComparison.Ordinal)}]; mark those to publish, or name them in a class.");
        return [.. fields.Select(f => (f.Name ?? (PropertyOf(f.Selector) is { } p ? Naming.Field(p) : throw new InvalidOperationException($"{definition!.Name}: {f.Selector} is no property: give it a name.")), f))];
    }

    /// <summary>The last property of a path; null when the expression is none.</summary>
    public static PropertyInfo? PropertyOf(LambdaExpression selector) => (selector.Body as MemberExpression)?.Member as PropertyInfo;

    private static MemberField Marked(Type type, PropertyInfo property)
    {
        var x = Expression.Parameter(type, "x");
        var id = BuildContext.IdOf(property, ClrMembers.ConstructorParameter(property));
        return new(null, Expression.Lambda(Expression.Property(x, property), x), null, id is null ? null : id.ClrType ?? type);
    }

    private static IMemberFields Instance(Type definition) => Activator.CreateInstance(definition) as IMemberFields
        ?? throw new InvalidOperationException($"{definition.Name} is neither a FilterInputType nor a SortInputType.");
}
