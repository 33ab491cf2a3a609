using System.Reflection;
using System.Runtime.CompilerServices;

namespace Portal.GraphQL.Building;

/// <summary>The members of a CLR type that can be fields, in the order of their declaration, base types first.</summary>
internal static class ClrMembers
{
    public static IReadOnlyList<PropertyInfo> Properties(Type type)
    {
        var own = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        // An interface does not list what it inherits.
        var inherited = type.IsInterface ? type.GetInterfaces().SelectMany(i => i.GetProperties()) : [];
        return
        [
            .. own.Concat(inherited)
                .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && !IsIgnored(p))
                .OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.DeclaringType!.FullName, StringComparer.Ordinal).ThenBy(p => p.MetadataToken)
                .GroupBy(p => p.Name).Select(g => g.Last()),
        ];
    }

    /// <summary>The methods and properties that a class of resolvers declares itself.</summary>
    public static IReadOnlyList<MemberInfo> Resolvers(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(Declared).Where(m => !m.IsSpecialName && !IsIgnored(m) && m.GetBaseDefinition().DeclaringType != typeof(object) && !m.IsDefined(typeof(CompilerGeneratedAttribute)));
        var properties = type.GetProperties(Declared).Where(p => p.GetMethod is { IsPublic: true } && !IsIgnored(p) && p.Name != "EqualityContract");
        return [.. methods.Cast<MemberInfo>().Concat(properties).OrderBy(m => (m as PropertyInfo)?.GetMethod!.MetadataToken ?? m.MetadataToken)];
    }

    /// <summary>The constructor parameter that a positional record made a property of.</summary>
    public static ParameterInfo? ConstructorParameter(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters())
            .FirstOrDefault(p => p.Name == property.Name && p.ParameterType == property.PropertyType);

    private static bool IsIgnored(MemberInfo member) => member.IsDefined(typeof(GraphQLIgnoreAttribute), true);

    private static int Depth(Type type) => type.BaseType is { } b ? 1 + Depth(b) : 0;
}
