using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>What the parts of the builder share while one schema is built.</summary>
internal sealed class BuildContext
{
    public BuildContext(SchemaOptions options, IServiceProvider services)
    {
        Options = options;
        Services = services.GetService<IServiceProviderIsService>();
        Paging = services.GetService<PagingOptions>() ?? new();
        Ids = new(services.GetService<IOptions<GlobalIdOptions>>()?.Value.Key);
        Discovery = new(options);
        foreach (var problem in Discovery.Problems) Problems.Add(problem);
        Shapes = new(new HashSet<Type>([typeof(Task<>), typeof(ValueTask<>), typeof(FieldResult<>), typeof(Optional<>), .. options.ResultAdapters.Keys]));
        Types = new(this);
        Fields = new(this);
        Inputs = new(this);
    }

    public SchemaOptions Options { get; }
    public PagingOptions Paging { get; }
    public GlobalIdCodec Ids { get; }
    public TypeDiscovery Discovery { get; }
    public SchemaProblems Problems { get; } = new();
    public XmlDocs Docs { get; } = new();
    public ClrShapeReader Shapes { get; }
    public TypeRegistry Types { get; }
    public FieldFactory Fields { get; }
    public InputFactory Inputs { get; }
    private IServiceProviderIsService? Services { get; }

    public bool IsService(Type type) => Services?.IsService(type) == true;

    /// <summary>The result adapter for a type that resolvers return, or null for a plain value.</summary>
    public ResultAdapter? AdapterOf(Type type)
    {
        if (!type.IsGenericType) return null;
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(FieldResult<>)) return FieldResultAdapter.Instance;
        return Options.ResultAdapters.TryGetValue(definition, out var adapter)
            ? (ResultAdapter)Activator.CreateInstance(adapter.MakeGenericType(type.GetGenericArguments()))!
            : null;
    }

    public TypeReference? Reference(ClrShape shape, Func<Type, NamedType?> named)
    {
        var inner = shape.Element is { } element
            ? Reference(element, named) is { } item ? new ListType(item) : null
            : (TypeReference?)named(shape.Type);
        return inner is null || shape.IsNullable ? inner : new NonNullType(inner);
    }

    public TypeReference? OutputReference(ClrShape shape, bool isId, string usedBy) =>
        Reference(shape, t => isId ? BuiltInScalars.ID : Types.Output(t, usedBy));

    /// <summary>What a member is called in messages: <c>ClaimQueries.GetClaims</c>.</summary>
    public static string Describe(MemberInfo member) => member is Type type ? type.Name : $"{member.DeclaringType?.Name}.{member.Name}";

    public static ClrShape Adjust(ClrShape shape, ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLNonNullTypeAttribute), true) is [GraphQLNonNullTypeAttribute given, ..] ? shape with { IsNullable = !given.NonNull } : shape;

    public static IIDAttribute? IdOf(params IEnumerable<ICustomAttributeProvider?> places) =>
        places.SelectMany(p => p?.GetCustomAttributes(true) ?? []).OfType<IIDAttribute>().FirstOrDefault();

    public static string? Deprecation(ICustomAttributeProvider member) => member.GetCustomAttributes(true) switch
    {
        var all when all.OfType<GraphQLDeprecatedAttribute>().FirstOrDefault() is { } given => given.Reason,
        var all when all.OfType<ObsoleteAttribute>().FirstOrDefault() is { } obsolete => obsolete.Message ?? BuiltInDirectives.DefaultDeprecationReason,
        _ => null,
    };
}
