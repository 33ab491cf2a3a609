using System.Runtime.CompilerServices;
using System.Text;

namespace Portal.GraphQL.Language;

/// <summary>Writes a syntax tree as GraphQL text; reading the text gives the same tree, locations apart.</summary>
public static partial class Printer
{
    // A field whose arguments would make its line longer has each on a line of its own.
    private const int LongestLine = 80;

    /// <exception cref="InsufficientExecutionStackException">The tree was built by hand and is too deep; no parsed tree is.</exception>
    public static string Print(SyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return node switch
        {
            DocumentNode n => Join("\n\n", n.Definitions),
            OperationDefinitionNode n => Operation(n),
            FragmentDefinitionNode n => Description(n.Description)
                + $"fragment {n.Name.Value} on {n.TypeCondition.Name.Value} {Join(" ", n.Directives, after: " ")}{Print(n.SelectionSet)}",
            VariableDefinitionNode n => Description(n.Description)
                + $"{Print(n.Variable)}: {Print(n.Type)}{Default(n.DefaultValue)}{Join(" ", n.Directives, before: " ")}",
            SelectionSetNode n => Block(n.Selections),
            FieldNode n => Field(n),
            FragmentSpreadNode n => $"...{n.Name.Value}{Join(" ", n.Directives, before: " ")}",
            InlineFragmentNode n => Words(
                "...", n.TypeCondition is { } type ? $"on {type.Name.Value}" : "", Join(" ", n.Directives), Print(n.SelectionSet)),
            ArgumentNode n => $"{n.Name.Value}: {Print(n.Value)}",
            DirectiveNode n => $"@{n.Name.Value}{Join(", ", n.Arguments, "(", ")")}",
            NameNode n => n.Value,
            TypeNode n => Type(n),
            ValueNode n => Value(n),
            ObjectFieldNode n => $"{n.Name.Value}: {Print(n.Value)}",
            _ => TypeSystem(node),
        };
    }

    private static string Operation(OperationDefinitionNode node)
    {
        var keyword = Keyword(node.Operation);
        var prefix = Description(node.Description)
            + Words(keyword, node.Name?.Value + Parameters(node.Variables, indent: false), Join(" ", node.Directives));
        return prefix == "query" ? Print(node.SelectionSet) : $"{prefix} {Print(node.SelectionSet)}";
    }

    private static string Keyword(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
    };

    private static string Field(FieldNode node)
    {
        var line = node.Alias is { } alias ? $"{alias.Value}: {node.Name.Value}" : node.Name.Value;
        var arguments = node.Arguments.Select(Print).ToList();
        if (arguments.Count > 0)
        {
            var joined = string.Join(", ", arguments);
            line += line.Length + joined.Length + 2 > LongestLine ? $"(\n{Indent(string.Join('\n', arguments))}\n)" : $"({joined})";
        }
        line += Join(" ", node.Directives, before: " ");
        return node.SelectionSet is { } selections ? $"{line} {Print(selections)}" : line;
    }

    private static string Type(TypeNode node) => node switch
    {
        NamedTypeNode n => n.Name.Value,
        ListTypeNode n => $"[{Print(n.ElementType)}]",
        NonNullTypeNode n => $"{Print(n.InnerType)}!",
        _ => throw new ArgumentException($"Unknown type node {node.GetType().Name}."),
    };

    private static string Value(ValueNode node) => node switch
    {
        VariableNode n => $"${n.Name.Value}",
        IntValueNode n => n.Text,
        FloatValueNode n => n.Text,
        StringValueNode n => n.Block ? BlockString.Print(n.Value) : String(n.Value),
        BooleanValueNode n => n.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode n => n.Value,
        ListValueNode n => $"[{Join(", ", n.Items)}]",
        ObjectValueNode n => $"{{{Join(", ", n.Fields)}}}",
        _ => throw new ArgumentException($"Unknown value node {node.GetType().Name}."),
    };

    private static string String(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(c) => text.Append($"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        return text.Append('"').ToString();
    }

    private static string Description(StringValueNode? description) => description is null ? "" : Value(description) + "\n";

    private static string Default(ValueNode? value) => value is null ? "" : $" = {Print(value)}";

    /// <summary>Variables or argument definitions: on one line unless one of them has several, as described ones do.</summary>
    private static string Parameters(IReadOnlyList<SyntaxNode> nodes, bool indent)
    {
        if (nodes.Count == 0)
            return "";
        var items = nodes.Select(Print).ToList();
        if (!items.Exists(item => item.Contains('\n')))
            return $"({string.Join(", ", items)})";
        var lines = string.Join('\n', items);
        return $"(\n{(indent ? Indent(lines) : lines)}\n)";
    }

    private static string Join(string separator, IReadOnlyList<SyntaxNode> nodes, string before = "", string after = "") =>
        nodes.Count == 0 ? "" : before + string.Join(separator, nodes.Select(Print)) + after;

    private static string Words(params IEnumerable<string?> words) => string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));

    private static string Block(IReadOnlyList<SyntaxNode> nodes) =>
        nodes.Count == 0 ? "" : $"{{\n{Indent(string.Join('\n', nodes.Select(Print)))}\n}}";

    private static string Indent(string lines) => "  " + lines.Replace("\n", "\n  ", StringComparison.Ordinal);
}
