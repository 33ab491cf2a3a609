using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>
/// Reads a schema from SDL: to validate documents against it or to compare it with another. It cannot be executed: its fields
/// have no resolvers, and its own scalars take any literal.
/// </summary>
public sealed partial class SchemaReader
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveType> _directives = new(StringComparer.Ordinal);
    private readonly List<TypeSystemDefinitionNode> _definitions;

    private SchemaReader(DocumentNode document)
    {
        foreach (var type in IntrospectionTypes.All.Concat(BuiltInScalars.Specified))
            _types.Add(type.Name, type);
        foreach (var directive in BuiltInDirectives.All)
            _directives.Add(directive.Name, directive);
        _definitions = [.. document.Definitions.Select(d => d as TypeSystemDefinitionNode
            ?? throw new SchemaReadException("An operation or fragment is no part of a schema.", d.Location))];
    }

    /// <exception cref="SyntaxException">The text is not SDL.</exception>
    /// <exception cref="SchemaReadException">The text is SDL but no schema: a type is missing, defined twice, or used where it cannot stand.</exception>
    public static Schema Read(string sdl) => new SchemaReader(Parser.Parse(sdl, ParserLimits.Trusted)).Read();

    private Schema Read()
    {
        foreach (var node in _definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension))
            if (!_types.TryAdd(node.Name.Value, Declare(node)) && !BuiltInScalars.IsSpecified(_types[node.Name.Value]))
                throw new SchemaReadException($"There can be only one type named \"{node.Name.Value}\".", node.Name.Location);
        foreach (var node in _definitions.OfType<DirectiveDefinitionNode>())
            Define(node);
        foreach (var group in _definitions.OfType<TypeDefinitionNode>().GroupBy(d => d.Name.Value))
            if (Find(group.First().Name) is var type && !BuiltInScalars.IsSpecified(type))
                Fill(type, [.. group]);

        var query = Root(OperationKind.Query, "Query") ?? throw new SchemaReadException("Query root type must be provided.", new Location(0, 1, 1));
        return new Schema(
            query, Root(OperationKind.Mutation, "Mutation"), Root(OperationKind.Subscription, "Subscription"),
            [.. _types.Values.OrderBy(t => t.Name, StringComparer.Ordinal)], [.. _directives.Values])
        {
            Description = _definitions.OfType<SchemaDefinitionNode>().FirstOrDefault(d => !d.IsExtension)?.Description?.Value,
        };
    }

    /// <summary>The root type that the schema definition names; without such a definition the type of the usual name.</summary>
    private ObjectType? Root(OperationKind kind, string usualName)
    {
        var schemas = _definitions.OfType<SchemaDefinitionNode>().ToList();
        if (schemas.SelectMany(s => s.OperationTypes).FirstOrDefault(o => o.Operation == kind) is { } declared)
            return Find<ObjectType>(declared.Type.Name);
        return schemas.Exists(s => !s.IsExtension) ? null : _types.GetValueOrDefault(usualName) as ObjectType;
    }

    private static NamedType Declare(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => new AnyScalar(node.Name.Value),
        ObjectTypeDefinitionNode => new ObjectType(node.Name.Value),
        InterfaceTypeDefinitionNode => new InterfaceType(node.Name.Value),
        UnionTypeDefinitionNode => new UnionType(node.Name.Value),
        EnumTypeDefinitionNode => new EnumType(node.Name.Value),
        InputObjectTypeDefinitionNode => new InputObjectType(node.Name.Value),
        _ => throw new ArgumentException($"Unknown definition {node.GetType().Name}."),
    };

    private NamedType Find(NameNode name) => _types.GetValueOrDefault(name.Value)
        ?? throw new SchemaReadException($"Unknown type \"{name.Value}\".", name.Location);

    private T Find<T>(NameNode name) where T : NamedType => Find(name) as T
        ?? throw new SchemaReadException($"\"{name.Value}\" cannot stand here.", name.Location);

    private TypeReference Resolve(TypeNode node) => node switch
    {
        NamedTypeNode n => Find(n.Name),
        ListTypeNode n => new ListType(Resolve(n.ElementType)),
        NonNullTypeNode n => new NonNullType(Resolve(n.InnerType)),
        _ => throw new ArgumentException($"Unknown type node {node.GetType().Name}."),
    };
}

/// <summary>SDL that reads but is no schema.</summary>
public sealed class SchemaReadException(string message, Location location) : Exception($"{message} ({location.Line}:{location.Column})")
{
    public Location Location { get; } = location;
}
