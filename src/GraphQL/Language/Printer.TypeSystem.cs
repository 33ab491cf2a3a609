namespace Portal.GraphQL.Language;

public static partial class Printer
{
    private static string TypeSystem(SyntaxNode node) => node switch
    {
        TypeSystemDefinitionNode n => Description(n.Description) + (n.IsExtension ? "extend " : "") + Definition(n),
        OperationTypeDefinitionNode n => $"{Keyword(n.Operation)}: {n.Type.Name.Value}",
        FieldDefinitionNode n => Description(n.Description)
            + $"{n.Name.Value}{Parameters(n.Arguments, indent: true)}: {Print(n.Type)}{Join(" ", n.Directives, before: " ")}",
        InputValueDefinitionNode n => Description(n.Description)
            + $"{n.Name.Value}: {Print(n.Type)}{Default(n.DefaultValue)}{Join(" ", n.Directives, before: " ")}",
        EnumValueDefinitionNode n => Description(n.Description) + Words(n.Name.Value, Join(" ", n.Directives)),
        _ => throw new ArgumentException($"Unknown node {node.GetType().Name}."),
    };

    private static string Definition(TypeSystemDefinitionNode node) => node switch
    {
        SchemaDefinitionNode n => Words("schema", Join(" ", n.Directives), Block(n.OperationTypes)),
        DirectiveDefinitionNode n =>
            $"directive @{n.Name.Value}{Parameters(n.Arguments, indent: true)}{(n.IsRepeatable ? " repeatable" : "")} on {Join(" | ", n.Locations)}",
        ScalarTypeDefinitionNode n => Words("scalar", n.Name.Value, Join(" ", n.Directives)),
        ObjectTypeDefinitionNode n => Fielded("type", n),
        InterfaceTypeDefinitionNode n => Fielded("interface", n),
        UnionTypeDefinitionNode n => Words("union", n.Name.Value, Join(" ", n.Directives), Join(" | ", n.Members, before: "= ")),
        EnumTypeDefinitionNode n => Words("enum", n.Name.Value, Join(" ", n.Directives), Block(n.Values)),
        InputObjectTypeDefinitionNode n => Words("input", n.Name.Value, Join(" ", n.Directives), Block(n.Fields)),
        _ => throw new ArgumentException($"Unknown definition {node.GetType().Name}."),
    };

    private static string Fielded(string keyword, FieldedTypeDefinitionNode node) => Words(
        keyword, node.Name.Value, Join(" & ", node.Interfaces, before: "implements "), Join(" ", node.Directives), Block(node.Fields));
}
