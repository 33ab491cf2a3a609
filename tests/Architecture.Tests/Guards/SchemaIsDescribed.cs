using System.Text.RegularExpressions;
using Portal.GraphQL.Language;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>What a client sees says what it is: every type, field, argument, input field, enum value and directive; in words that are not our own numbers.</summary>
public static partial class SchemaIsDescribed
{
    public static IEnumerable<string> Violations(string sdl) => [.. Silent(sdl), .. Internal(sdl)];

    private static IEnumerable<string> Silent(string sdl)
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
        EnumTypeDefinitionNode values => values.Values.Where(value => Lacks(value.Description)).Select(value => Missing($"{type.Name.Value}.{value.Name.Value}")),
        _ => [],
    };

    /// <summary>Requirement ids, which mean nothing outside this repository, in what a client reads.</summary>
    private static IEnumerable<string> Internal(string sdl) =>
        RequirementId().Matches(sdl).Select(id => $"{id.Value} is told to clients; cite it in a comment above the documentation.");

    private static IEnumerable<string> OfInputs(string owner, StringValueNode? description, IReadOnlyList<InputValueDefinitionNode> arguments) =>
        arguments.Where(argument => Lacks(argument.Description)).Select(argument => Missing($"{owner}({argument.Name.Value}:)"))
            .Concat(Lacks(description) ? [Missing(owner)] : []);

    private static bool Lacks(StringValueNode? description) => string.IsNullOrWhiteSpace(description?.Value);
    private static string Missing(string what) => $"{what} has no description.";

    // Not ICD-10-CM, nor a code of more digits such as CMS-1500.
    [GeneratedRegex(@"\b[A-Z]{3}-\d{2}\b(?!-)")]
    private static partial Regex RequirementId();
}
