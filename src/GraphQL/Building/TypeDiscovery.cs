using System.Reflection;
using System.Runtime.CompilerServices;

namespace Portal.GraphQL.Building;

/// <summary>The annotated types of the assemblies, in an order that does not change from build to build.</summary>
internal sealed class TypeDiscovery
{
    private readonly Dictionary<Type, List<Type>> _extensions = [];
    private readonly Dictionary<Assembly, Type[]> _concrete = [];

    public TypeDiscovery(SchemaOptions options)
    {
        var types = options.Assemblies.SelectMany(a => a.GetTypes()).Concat(options.Types).Distinct().OrderBy(t => t.FullName, StringComparer.Ordinal).ToList();
        foreach (var type in types.Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            if (type.IsDefined(typeof(QueryTypeAttribute))) Queries.Add(type);
            if (type.IsDefined(typeof(MutationTypeAttribute))) Mutations.Add(type);
            if (type.IsDefined(typeof(SubscriptionTypeAttribute))) Subscriptions.Add(type);
            foreach (var attribute in type.GetCustomAttributes())
            {
                if (attribute is IObjectTypeAttribute declaration) Declare(type, declaration);
                else if (ExtendedType(attribute) is { } extended) ExtensionList(extended).Add(type);
            }
        }
        foreach (var assembly in options.Assemblies) ConcreteTypes(assembly);
        ErrorTypes = Mutations.SelectMany(DeclaredErrors).Concat(options.Mutations?.Common ?? []).ToHashSet();
    }

    public List<Type> Queries { get; } = [];
    public List<Type> Mutations { get; } = [];
    public List<Type> Subscriptions { get; } = [];

    /// <summary>CLR type to the class that describes its object type.</summary>
    public Dictionary<Type, (Type Class, IObjectTypeAttribute Declaration)> Objects { get; } = [];

    /// <summary>The types that mutations name as their errors.</summary>
    public IReadOnlySet<Type> ErrorTypes { get; }

    public List<string> Problems { get; } = [];

    /// <summary>The classes that add fields to a type, the one that declares it first; those of its base types and interfaces count.</summary>
    public IEnumerable<Type> ExtensionsOf(Type type)
    {
        if (Objects.TryGetValue(type, out var declaration)) yield return declaration.Class;
        foreach (var (extended, classes) in _extensions.Where(e => e.Key.IsAssignableFrom(type)).OrderBy(e => e.Key == type ? 1 : 0).ThenBy(e => e.Key.FullName, StringComparer.Ordinal))
            foreach (var extension in classes)
                yield return extension;
    }

    /// <summary>The classes that a value declared as <paramref name="abstraction"/> can have.</summary>
    public IEnumerable<Type> ImplementationsOf(Type abstraction)
    {
        ConcreteTypes(abstraction.Assembly);
        return _concrete.Values.SelectMany(t => t).Where(t => abstraction.IsAssignableFrom(t) && t != abstraction)
            .Concat(Objects.Keys.Where(abstraction.IsAssignableFrom)).Where(t => !t.IsAbstract).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal);
    }

    public static IEnumerable<Type> DeclaredErrors(Type mutations) =>
        mutations.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .SelectMany(m => m.GetCustomAttributes().OfType<IErrorAttribute>())
            .Concat(mutations.GetCustomAttributes().OfType<IErrorAttribute>())
            .Select(e => e.ClrType);

    private void Declare(Type type, IObjectTypeAttribute declaration)
    {
        if (!Objects.TryAdd(declaration.ClrType, (type, declaration)))
            Problems.Add($"{type.FullName}: the object type of {declaration.ClrType.Name} is declared by {Objects[declaration.ClrType].Class.FullName} already. Use [ExtendObjectType<{declaration.ClrType.Name}>].");
    }

    private static Type? ExtendedType(Attribute attribute) =>
        attribute.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ExtendObjectTypeAttribute<>) ? type.GetGenericArguments()[0] : null;

    private List<Type> ExtensionList(Type extended) => _extensions.TryGetValue(extended, out var list) ? list : _extensions[extended] = [];

    private void ConcreteTypes(Assembly assembly)
    {
        if (!_concrete.ContainsKey(assembly))
            _concrete[assembly] = [.. assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && !t.IsDefined(typeof(CompilerGeneratedAttribute)))];
    }
}
