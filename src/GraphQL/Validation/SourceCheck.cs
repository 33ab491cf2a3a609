using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>What is wrong with the text of a schema and of a document for it: syntax errors and broken rules, each with its code.</summary>
/// <param name="Schema">Errors of the schema. Without a schema the document is only parsed.</param>
/// <param name="Query">Errors of the document.</param>
public sealed record SourceCheck(IReadOnlyList<GraphQLError> Schema, IReadOnlyList<GraphQLError> Query)
{
    public bool IsValid => Schema.Count == 0 && Query.Count == 0;

    /// <summary>Checks both texts by the rules of the specification; there are no limits but on nesting.</summary>
    public static SourceCheck Of(string schemaSdl, string query)
    {
        var schema = Read(schemaSdl, out var schemaErrors);
        return new(schemaErrors, Check(schema, query));
    }

    private static Schema? Read(string sdl, out IReadOnlyList<GraphQLError> errors)
    {
        errors = [];
        try
        {
            return SchemaReader.Read(sdl);
        }
        catch (SyntaxException e)
        {
            errors = [e.ToError()];
        }
        catch (SchemaReadException e)
        {
            errors = e.Errors;
        }
        return null;
    }

    private static IReadOnlyList<GraphQLError> Check(Schema? schema, string query)
    {
        try
        {
            var document = Parser.Parse(query, ParserLimits.Trusted);
            return schema is null ? [] : DocumentValidator.Validate(schema, document, ValidationOptions.WithoutLimits);
        }
        catch (SyntaxException e)
        {
            return [e.ToError()];
        }
    }
}
