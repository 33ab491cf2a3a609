using System.Text;
using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Types;

/// <summary>
/// A schema as SDL, in an order that does not change from build to build: types by name, members as declared.
/// The text is what graphql-js prints for the same schema, and ends with a line break.
/// </summary>
public static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var text = new StringBuilder();
        if (SchemaDefinition(schema) is { } definition) text.Append(definition).Append("\n\n");
        foreach (var directive in schema.Directives.Where(d => !BuiltInDirectives.All.Any(b => b.Name == d.Name)))
            text.Append(Directive(directive)).Append("\n\n");
        foreach (var type in schema.Types.OrderBy(t => t.Name, StringComparer.Ordinal))
            if (!IntrospectionTypes.IsIntrospection(type) && !BuiltInScalars.IsSpecified(type))
                text.Append(Print(type)).Append("\n\n");
        if (text.Length > 0) text.Length--;
        return text.ToString();
    }

    public static string Print(NamedType type) => Description(type.Description, "", true) + type switch
    {
        ScalarType s => $"scalar {s.Name}{SpecifiedBy(s)}",
        ObjectType o => $"type {o.Name}{Implements(o)}{Fields(o)}",
        InterfaceType i => $"interface {i.Name}{Implements(i)}{Fields(i)}",
        UnionType u => $"union {u.Name}{(u.Members.Count == 0 ? "" : " = " + string.Join(" | ", u.Members))}",
        EnumType e => $"enum {e.Name}{Block(e.Values.Select((v, i) => $"{Description(v.Description, "  ", i == 0)}  {v.Name}{Deprecated(v.DeprecationReason)}"))}",
        InputObjectType n => $"input {n.Name}{(n.IsOneOf ? " @oneOf" : "")}{Block(n.Fields.Select((f, i) => $"{Description(f.Description, "  ", i == 0)}  {Input(f)}"))}",
        _ => throw new InvalidOperationException($"{type.GetType().Name} is no kind of type."),
    };

    private static string? SchemaDefinition(Schema schema)
    {
        var usual = schema.Query.Name == "Query" && schema.Mutation?.Name is null or "Mutation" && schema.Subscription?.Name is null or "Subscription";
        if (usual && schema.Description is null) return null;
        List<string> roots = [$"  query: {schema.Query.Name}"];
        if (schema.Mutation is { } mutation) roots.Add($"  mutation: {mutation.Name}");
        if (schema.Subscription is { } subscription) roots.Add($"  subscription: {subscription.Name}");
        return $"{Description(schema.Description, "", true)}schema{Block(roots)}";
    }

    private static string Directive(DirectiveType directive)
    {
        var locations = IntrospectionEnums.LocationsOf(directive).Select(l => IntrospectionTypes.DirectiveLocation.FindByValue(l)!.Name);
        return $"{Description(directive.Description, "", true)}directive @{directive.Name}{Arguments(directive.Arguments, "")}{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", locations)}";
    }

    private static string Implements(FieldedType type) =>
        type.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", type.Interfaces);

    private static string Fields(FieldedType type) => Block(type.Fields.Select((f, i) =>
        $"{Description(f.Description, "  ", i == 0)}  {f.Name}{Arguments(f.Arguments, "  ")}: {f.Type}{Deprecated(f.DeprecationReason)}"));

    private static string Arguments(FieldMap<InputField> arguments, string indentation)
    {
        if (arguments.Count == 0) return "";
        if (arguments.All(a => a.Description is null)) return $"({string.Join(", ", arguments.Select(Input))})";
        var inner = indentation + "  ";
        var lines = arguments.Select((a, i) => $"{Description(a.Description, inner, i == 0)}{inner}{Input(a)}");
        return $"(\n{string.Join("\n", lines)}\n{indentation})";
    }

    private static string Input(InputField field) =>
        $"{field.Name}: {field.Type}{(field.DefaultValue is { } value ? " = " + LiteralPrinter.Print(value) : "")}{Deprecated(field.DeprecationReason)}";

    private static string Block(IEnumerable<string> items)
    {
        var body = string.Join("\n", items);
        return body.Length == 0 ? "" : $" {{\n{body}\n}}";
    }

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        BuiltInDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {LiteralPrinter.Quote(reason)})",
    };

    private static string SpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedBy is { } url ? $" @specifiedBy(url: {LiteralPrinter.Quote(url)})" : "";

    private static string Description(string? description, string indentation, bool first)
    {
        if (description is null) return "";
        var block = BlockString.Print(description).Replace("\n", "\n" + indentation);
        return $"{(indentation.Length > 0 && !first ? "\n" : "")}{indentation}{block}\n";
    }
}
