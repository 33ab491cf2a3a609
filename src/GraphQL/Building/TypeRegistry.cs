using System.Reflection;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>
/// The named type of each CLR type. A type is made empty when first referred to and filled later, so that types may
/// refer to each other in circles.
/// </summary>
internal sealed class TypeRegistry(BuildContext context)
{
    private readonly Dictionary<Type, NamedType> _output = [];
    private readonly Dictionary<Type, NamedType> _input = [];
    private readonly Dictionary<Type, EnumType> _enums = [];
    private readonly Dictionary<string, NamedType> _made = [];
    private readonly Dictionary<NamedType, string> _origins = [];
    private readonly HashSet<ScalarType> _used = [];
    private readonly Queue<Action> _unfilled = [];

    public IEnumerable<NamedType> All => _origins.Keys;

    public bool IsUsed(ScalarType scalar) => _used.Contains(scalar) || scalar == BuiltInScalars.ID && All.Any(UsesId);

    /// <summary>The C# type that a type came from, for messages.</summary>
    public string OriginOf(NamedType type) => _origins.GetValueOrDefault(type, type.Name);

    public void Complete()
    {
        while (_unfilled.TryDequeue(out var fill)) fill();
    }

    /// <summary>The name that objects of a CLR type have in global IDs.</summary>
    public string NameOf(Type type) =>
        context.Discovery.Objects.TryGetValue(type, out var declared) && declared.Declaration.Name is { } given ? given
        : IsError(type) ? Naming.ErrorType(type) : Naming.Type(type);

    public NamedType? Output(Type type, string usedBy) => Leaf(type) ?? (_output.TryGetValue(type, out var known) ? known : Composite(type, usedBy));

    public NamedType? Input(Type type, string usedBy)
    {
        if (Leaf(type) is { } leaf) return leaf;
        if (_input.TryGetValue(type, out var known)) return known;
        if (IsForeign(type) || type.IsAbstract) return Unknown(type, usedBy, "as an input");
        var input = new InputObjectType(Naming.InputType(type)) { ClrType = type, Description = context.Docs.Of(type) };
        return Register(_input, type, input, () => context.Inputs.Fill(input, type));
    }

    /// <summary>A type that the builder itself makes, such as a connection: one per name.</summary>
    public T Made<T>(string name, string origin, Func<T> make, Action<T> fill) where T : NamedType
    {
        if (_made.GetValueOrDefault(name) is T known && _origins[known] == origin) return known;
        var type = make();
        _made[name] = type;
        _origins[type] = origin;
        _unfilled.Enqueue(() => fill(type));
        return type;
    }

    public bool IsInterface(Type type) => context.Options.Interfaces.ContainsKey(type) || type.IsDefined(typeof(InterfaceTypeAttribute), false);

    public ScalarType? Scalar(Type type)
    {
        if (!context.Options.Bindings.TryGetValue(type, out var scalar)) return null;
        _used.Add(scalar);
        return scalar;
    }

    private NamedType? Leaf(Type type)
    {
        if (Scalar(type) is { } scalar) return scalar;
        if (!type.IsEnum) return null;
        if (_enums.TryGetValue(type, out var known)) return known;
        var made = EnumTypes.Make(type, context.Docs);
        _enums[type] = made;
        _origins[made] = type.FullName!;
        return made;
    }

    private NamedType? Composite(Type type, string usedBy)
    {
        if (IsInterface(type))
        {
            var name = context.Options.Interfaces.GetValueOrDefault(type) ?? type.GetCustomAttribute<InterfaceTypeAttribute>()?.Name ?? Naming.InterfaceType(type);
            var made = new InterfaceType(name) { ClrType = type, Description = context.Docs.Of(type) };
            return Register(_output, type, made, () => new FieldedTypes(context).Fill(made, type));
        }
        if (context.Options.Unions.ContainsKey(type) || type.IsDefined(typeof(UnionTypeAttribute), false))
        {
            var name = context.Options.Unions.GetValueOrDefault(type) ?? type.GetCustomAttribute<UnionTypeAttribute>()?.Name ?? Naming.InterfaceType(type);
            var made = new UnionType(name) { ClrType = type, Description = context.Docs.Of(type) };
            return Register(_output, type, made, () => made.Members =
                [.. context.Discovery.ImplementationsOf(type).Select(t => Output(t, type.Name)).OfType<ObjectType>().OrderBy(t => t.Name, StringComparer.Ordinal)]);
        }
        var declared = context.Discovery.Objects.ContainsKey(type);
        if (!declared && (IsForeign(type) || type.IsAbstract)) return Unknown(type, usedBy, "as an output");
        var description = context.Docs.Of(type) ?? (declared ? context.Docs.Of(context.Discovery.Objects[type].Class) : null);
        var o = new ObjectType(NameOf(type)) { ClrType = type, Description = description };
        return Register(_output, type, o, () => new FieldedTypes(context).Fill(o, type));
    }

    private T Register<T>(Dictionary<Type, NamedType> types, Type clr, T type, Action fill) where T : NamedType
    {
        types[clr] = type;
        _origins[type] = clr.FullName ?? clr.Name;
        _unfilled.Enqueue(fill);
        return type;
    }

    private NamedType? Unknown(Type type, string usedBy, string how)
    {
        var cure = type.IsAbstract && !IsForeign(type) ? "mark it with [InterfaceType] or [UnionType], or use a class" : "bind it to a scalar, or use a type that has one";
        context.Problems.Add($"{usedBy}: the CLR type {type.FullName ?? type.Name} has no GraphQL type {how}; {cure}.");
        return null;
    }

    private bool IsError(Type type) =>
        context.Discovery.ErrorTypes.Contains(type) || (context.Options.ErrorInterface is { } error && error.IsAssignableFrom(type) && error != type);

    private static bool IsForeign(Type type) =>
        type.IsGenericParameter || type == typeof(object) || type.IsPointer || type.Namespace is "System" || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true
        || type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true || typeof(Delegate).IsAssignableFrom(type);

    private static bool UsesId(NamedType type) => type switch
    {
        FieldedType f => f.Fields.Any(x => x.Type.Named == BuiltInScalars.ID || x.Arguments.Any(a => a.Type.Named == BuiltInScalars.ID)),
        InputObjectType i => i.Fields.Any(x => x.Type.Named == BuiltInScalars.ID),
        _ => false,
    };
}
