using Portal.GraphQL.Execution;
using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;
using Portal.GraphQL.Validation.TypeSystem;

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
        _definitions = [.. document.Definitions.Cast<TypeSystemDefinitionNode>()];
    }

    /// <exception cref="SyntaxException">The text is not SDL.</exception>
    /// <exception cref="SchemaReadException">The text is SDL but breaks rules of section 3 of the specification; the exception has all of them.</exception>
    public static Schema Read(string sdl)
    {
        var document = Parser.Parse(sdl, ParserLimits.Trusted);
        var errors = SchemaDocumentValidator.Validate(document);
        return errors.Count == 0 ? Build(document) : throw new SchemaReadException(errors);
    }

    /// <summary>Makes the schema of a document whose names, types and roots are known to be right.</summary>
    internal static Schema Build(DocumentNode document) => new SchemaReader(document).Build();

    private Schema Build()
    {
        foreach (var node in _definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension))
            _types.TryAdd(node.Name.Value, Declare(node));
        foreach (var node in _definitions.OfType<DirectiveDefinitionNode>())
            Define(node);
        foreach (var group in _definitions.OfType<TypeDefinitionNode>().GroupBy(d => d.Name.Value))
            if (_types[group.Key] is var type && !BuiltInScalars.IsSpecified(type) && !IntrospectionTypes.All.Contains(type))
                Fill(type, [.. group]);

        return new Schema(
            Root(OperationKind.Query)!, Root(OperationKind.Mutation), Root(OperationKind.Subscription),
            [.. _types.Values.OrderBy(t => t.Name, StringComparer.Ordinal)], [.. _directives.Values])
        {
            Description = _definitions.OfType<SchemaDefinitionNode>().FirstOrDefault(d => !d.IsExtension)?.Description?.Value,
        };
    }

    /// <summary>The type of the usual name, unless a schema definition names the roots; else the one that an extension names.</summary>
    private ObjectType? Root(OperationKind kind)
    {
        var schemas = _definitions.OfType<SchemaDefinitionNode>().ToList();
        if (!schemas.Exists(s => !s.IsExtension) && _types.GetValueOrDefault(kind.ToString()) is ObjectType usual) return usual;
        return schemas.SelectMany(s => s.OperationTypes).FirstOrDefault(o => o.Operation == kind) is { } declared ? Find<ObjectType>(declared.Type.Name) : null;
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

    private T Find<T>(NameNode name) where T : NamedType => (T)_types[name.Value];

    private TypeReference Resolve(TypeNode node) => node switch
    {
        NamedTypeNode n => _types[n.Name.Value],
        ListTypeNode n => new ListType(Resolve(n.ElementType)),
        NonNullTypeNode n => new NonNullType(Resolve(n.InnerType)),
        _ => throw new ArgumentException($"Unknown type node {node.GetType().Name}."),
    };
}

/// <summary>SDL that reads but is no schema.</summary>
/// <param name="errors">Everything that is wrong with it.</param>
public sealed class SchemaReadException(IReadOnlyList<GraphQLError> errors)
    : Exception(string.Join('\n', errors.Select(e => e.Locations is { Count: > 0 } l ? $"{e.Message} ({l[^1].Line}:{l[^1].Column})" : e.Message)))
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
