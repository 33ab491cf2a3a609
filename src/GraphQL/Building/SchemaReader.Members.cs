using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

public sealed partial class SchemaReader
{
    private void Define(DirectiveDefinitionNode node)
    {
        var locations = node.Locations.Aggregate(default(DirectiveLocation), (all, name) => all | DirectiveLocations.Parse(name.Value)!.Value);
        _directives[node.Name.Value] = new DirectiveType(node.Name.Value, locations)
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            Arguments = Inputs(node.Arguments),
        };
    }

    /// <summary>Fills a declared type from its definition and all its extensions.</summary>
    private void Fill(NamedType type, IReadOnlyList<TypeDefinitionNode> parts)
    {
        type.Description = parts.FirstOrDefault(p => p.Description is not null)?.Description?.Value;
        switch (type)
        {
            case AnyScalar scalar:
                scalar.SpecifiedBy = Argument(parts.SelectMany(p => p.Directives), "specifiedBy", "url");
                break;
            case FieldedType fielded:
                fielded.Interfaces = [.. Parts<FieldedTypeDefinitionNode>().SelectMany(p => p.Interfaces).Select(i => Find<InterfaceType>(i.Name))];
                fielded.Fields = Map(Parts<FieldedTypeDefinitionNode>().SelectMany(p => p.Fields), Output);
                break;
            case UnionType union:
                union.Members = [.. Parts<UnionTypeDefinitionNode>().SelectMany(p => p.Members).Select(m => Find<ObjectType>(m.Name))];
                break;
            case EnumType enumType:
                enumType.Values = Map(Parts<EnumTypeDefinitionNode>().SelectMany(p => p.Values), Value);
                break;
            case InputObjectType input:
                input.Fields = Inputs([.. Parts<InputObjectTypeDefinitionNode>().SelectMany(p => p.Fields)]);
                input.IsOneOf = parts.SelectMany(p => p.Directives).Any(d => d.Name.Value == "oneOf");
                break;
        }

        IEnumerable<T> Parts<T>() where T : TypeDefinitionNode => parts.Cast<T>();
    }

    private OutputField Output(FieldDefinitionNode node) => new(node.Name.Value, Resolve(node.Type))
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
        Arguments = Inputs(node.Arguments),
        Cost = Resolve(node.Type).IsComposite || node.Arguments.Count > 0 ? 1 : 0,
    };

    private static EnumValue Value(EnumValueDefinitionNode node) => new(node.Name.Value, node.Name.Value)
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
    };

    private FieldMap<InputField> Inputs(IReadOnlyList<InputValueDefinitionNode> nodes)
    {
        var index = 0;
        return Map(nodes, node => new InputField(node.Name.Value, Resolve(node.Type))
        {
            Description = node.Description?.Value,
            DeprecationReason = Deprecation(node.Directives),
            DefaultValue = node.DefaultValue,
            Index = index++,
        });
    }

    private static FieldMap<T> Map<TNode, T>(IEnumerable<TNode> nodes, Func<TNode, T> read) where T : class, INamed => new([.. nodes.Select(read)]);

    private static string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        directives.Any(d => d.Name.Value == "deprecated") ? Argument(directives, "deprecated", "reason") ?? BuiltInDirectives.DefaultDeprecationReason : null;

    private static string? Argument(IEnumerable<DirectiveNode> directives, string directive, string argument) =>
        directives.Where(d => d.Name.Value == directive).SelectMany(d => d.Arguments)
            .Where(a => a.Name.Value == argument).Select(a => (a.Value as StringValueNode)?.Value).FirstOrDefault();
}
