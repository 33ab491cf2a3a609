using Portal.GraphQL.Execution;
using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Validation.TypeSystem;

/// <summary>A document of type definitions as the rules look at it, and the errors found.</summary>
internal sealed class SchemaContext
{
    private static readonly Dictionary<string, NamedType> Standard =
        BuiltInScalars.Specified.Concat(IntrospectionTypes.All).ToDictionary(t => t.Name, StringComparer.Ordinal);

    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<string, TypeSource> _types;

    public SchemaContext(DocumentNode document)
    {
        Document = document;
        TypeDefinitions = [.. document.Definitions.OfType<TypeDefinitionNode>()];
        Schemas = [.. document.Definitions.OfType<SchemaDefinitionNode>()];
        DirectiveDefinitions = [.. document.Definitions.OfType<DirectiveDefinitionNode>()];
        // A definition of a standard type's name is the standard type: written down, it changes nothing.
        Types = [.. TypeDefinitions.GroupBy(d => d.Name.Value)
            .Where(g => g.Any(d => !d.IsExtension) && !Standard.ContainsKey(g.Key))
            .Select(g => new TypeSource(g.First(d => !d.IsExtension), [.. g.Where(d => d.IsExtension)]))];
        _types = Types.ToDictionary(t => t.Name, StringComparer.Ordinal);
        Directives = DirectiveSource.All(DirectiveDefinitions);
    }

    public DocumentNode Document { get; }
    public IReadOnlyList<TypeDefinitionNode> TypeDefinitions { get; }
    public IReadOnlyList<SchemaDefinitionNode> Schemas { get; }
    public IReadOnlyList<DirectiveDefinitionNode> DirectiveDefinitions { get; }

    /// <summary>The types that the document defines, each with its extensions.</summary>
    public IReadOnlyList<TypeSource> Types { get; }

    /// <summary>The directives that the document defines, and the standard ones that it does not.</summary>
    public IReadOnlyDictionary<string, DirectiveSource> Directives { get; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public static IEnumerable<string> StandardNames => Standard.Keys;

    public TypeSource? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>What kind of type a name stands for, null when it stands for none.</summary>
    public TypeKind? KindOf(string name) =>
        Standard.TryGetValue(name, out var standard) ? TypeKinds.Of(standard) : Find(name)?.Kind;

    public bool IsInput(TypeNode type) => KindOf(type.Named().Value) is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject;

    public bool IsOutput(TypeNode type) => KindOf(type.Named().Value) is not TypeKind.InputObject;

    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) =>
        Report(new GraphQLError(message, ValidationCodes.InvalidSchema, [.. nodes.OfType<SyntaxNode>().Select(n => n.Location)]));

    public void Report(GraphQLError error) => _errors.Add(error);
}
