using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Tests.Execution;

/// <summary>A schema put together by hand, and a host to run operations against it.</summary>
internal sealed class HandMadeSchema
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);

    public HandMadeSchema()
    {
        foreach (var type in IntrospectionTypes.All.Concat(BuiltInScalars.Specified).Concat(BuiltInScalars.Custom))
            _types[type.Name] = type;
    }

    public ServiceCollection Services { get; } = new();

    public ObjectType Object<T>(string name, params OutputField[] fields)
    {
        var type = new ObjectType(name) { ClrType = typeof(T), IsTypeOf = static value => value is T, Fields = new(fields) };
        _types[name] = type;
        return type;
    }

    public ObjectType Query(params OutputField[] fields) => Object<object>("Query", fields);

    public ObjectType Mutation(params OutputField[] fields) => Object<object>("Mutation", fields);

    public ObjectType Subscription(params OutputField[] fields) => Object<object>("Subscription", fields);

    /// <summary>A subscription field whose events are its values.</summary>
    public OutputField Stream(string name, string type, Func<ResolverContext, IAsyncEnumerable<object?>> open, params InputField[] arguments) => new(name, Type(type))
    {
        Subscribe = context => new(open(context)),
        Resolve = context => new(context.Parent),
        Arguments = Arguments(arguments),
    };

    public InterfaceType Interface(string name, params OutputField[] fields) => Add(new InterfaceType(name) { Fields = new(fields) });

    public TType Add<TType>(TType type) where TType : NamedType
    {
        _types[type.Name] = type;
        return type;
    }

    /// <summary>A type reference as SDL has it; composite types must be added before.</summary>
    public TypeReference Type(string sdl) => Reference(Parser.ParseType(sdl));

    /// <summary>A field that is a plain property.</summary>
    public OutputField Property<T>(string name, string type, Func<T, object?> read) =>
        new(name, Type(type)) { Pure = parent => read((T)parent) };

    /// <summary>A field with a resolver that answers at once.</summary>
    public OutputField Field(string name, string type, Func<ResolverContext, object?> resolve, params InputField[] arguments) =>
        new(name, Type(type)) { Resolve = context => new(resolve(context)), Arguments = Arguments(arguments) };

    /// <summary>A field with a resolver that answers later.</summary>
    public OutputField AsyncField(string name, string type, Func<ResolverContext, Task<object?>> resolve, params InputField[] arguments) =>
        new(name, Type(type)) { Resolve = context => new(resolve(context)), Arguments = Arguments(arguments) };

    public InputField Argument(string name, string type, string? defaultValue = null) =>
        new(name, Type(type)) { DefaultValue = defaultValue is null ? null : Parser.ParseConstValue(defaultValue) };

    public static FieldMap<InputField> Arguments(InputField[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
            arguments[i].Index = i;
        return new(arguments);
    }

    public Schema Build() => new(
        (ObjectType)_types["Query"], _types.GetValueOrDefault("Mutation") as ObjectType, _types.GetValueOrDefault("Subscription") as ObjectType,
        [.. _types.Values.OrderBy(t => t.Name, StringComparer.Ordinal)],
        [BuiltInDirectives.Include, BuiltInDirectives.Skip]);

    public ServiceProvider Host(Action<ExecutionOptions>? configure = null)
    {
        Services.AddSingleton(_ => Build());
        Services.AddGraphQLExecution();
        if (configure is not null)
            Services.Configure(configure);
        return Services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Runs one request in a host of its own; the answer as JSON text.</summary>
    public async Task<string> ExecuteAsync(string query, string? variables = null, Action<ExecutionOptions>? configure = null)
    {
        await using var host = Host(configure);
        return await ExecuteAsync(host, query, variables);
    }

    public static async Task<string> ExecuteAsync(IServiceProvider host, string query, string? variables = null)
    {
        await using var scope = host.CreateAsyncScope();
        var request = new GraphQLRequest(query, Variables: variables is null ? default : JsonDocument.Parse(variables).RootElement);
        using var result = await host.GetRequiredService<GraphQLExecutor>().ExecuteAsync(request, scope.ServiceProvider);
        var json = System.Text.Encoding.UTF8.GetString(result.Utf8.Span);
        using (JsonDocument.Parse(json)) { }
        return json;
    }

    private TypeReference Reference(TypeNode node) => node switch
    {
        NamedTypeNode named => _types[named.Name.Value],
        ListTypeNode list => new ListType(Reference(list.ElementType)),
        NonNullTypeNode nonNull => new NonNullType(Reference(nonNull.InnerType)),
        _ => throw new InvalidOperationException(),
    };
}

internal static class JsonAssertions
{
    /// <summary>Both sides are the same JSON, spaces aside; order of members counts.</summary>
    public static void ShouldBeJson(this string actual, string expected) =>
        Compact(actual).ShouldBe(Compact(expected));

    public static JsonElement Parsed(this string json) => JsonDocument.Parse(json).RootElement;

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
