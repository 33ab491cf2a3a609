using Portal.GraphQL.Language;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>What a client sees says what it is: every type, field, argument, input field and directive.</summary>
public static class SchemaIsDescribed
{
    public static IEnumerable<string> Violations(string sdl)
    {
        foreach (var definition in Parser.Parse(sdl, ParserLimits.Trusted).Definitions)
        {
            if (definition is DirectiveDefinitionNode directive)
                foreach (var missing in OfInputs($"@{directive.Name.Value}", directive.Description, directive.Arguments)) yield return missing;
            if (definition is not TypeDefinitionNode type) continue;
            if (!type.IsExtension && Lacks(type.Description)) yield return Missing(type.Name.Value);
            foreach (var missing in Members(type)) yield return missing;
        }
    }

    private static IEnumerable<string> Members(TypeDefinitionNode type) => type switch
    {
        FieldedTypeDefinitionNode fielded => fielded.Fields.SelectMany(field => OfInputs($"{type.Name.Value}.{field.Name.Value}", field.Description, field.Arguments)),
        InputObjectTypeDefinitionNode input => input.Fields.Where(field => Lacks(field.Description)).Select(field => Missing($"{type.Name.Value}.{field.Name.Value}")),
        _ => [],
    };

    private static IEnumerable<string> OfInputs(string owner, StringValueNode? description, IReadOnlyList<InputValueDefinitionNode> arguments) =>
        arguments.Where(argument => Lacks(argument.Description)).Select(argument => Missing($"{owner}({argument.Name.Value}:)"))
            .Concat(Lacks(description) ? [Missing(owner)] : []);

    private static bool Lacks(StringValueNode? description) => string.IsNullOrWhiteSpace(description?.Value);
    private static string Missing(string what) => $"{what} has no description.";
}
