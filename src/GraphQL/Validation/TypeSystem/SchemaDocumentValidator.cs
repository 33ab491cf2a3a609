using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Validation.TypeSystem.Documents;
using Portal.GraphQL.Validation.TypeSystem.Types;

namespace Portal.GraphQL.Validation.TypeSystem;

/// <summary>Checks a document of type definitions and extensions against section 3 of the specification.</summary>
public static class SchemaDocumentValidator
{
    /// <summary>
    /// All errors in the order of the text, empty when the document is a schema. What the types say is looked at only when the
    /// document as such is right: when each name is defined once, and each name used is defined.
    /// </summary>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document)
    {
        var context = new SchemaContext(document);
        foreach (var rule in DocumentRules(context)) rule.Check();
        if (context.Errors.Count == 0)
            foreach (var rule in TypeRules(context)) rule.Check();
        return [.. context.Errors.OrderBy(e => e.Locations is { Count: > 0 } locations ? locations[0].Offset : -1)];
    }

    private static SchemaRule[] DocumentRules(SchemaContext context) =>
    [
        new TypeSystemDefinitionsOnly(context),
        new LoneSchemaDefinition(context),
        new TypeNameUniqueness(context),
        new TypeExtensionTargets(context),
        new MemberUniqueness(context),
        new ArgumentDefinitionUniqueness(context),
        new DirectiveNameUniqueness(context),
        new TypeNamesAreDefined(context),
        new DirectivesOfDefinitions(context),
        new ArgumentsOfDirectives(context),
        new InputFieldsOfValues(context),
    ];

    private static SchemaRule[] TypeRules(SchemaContext context) =>
    [
        new RootTypes(context),
        new ReservedNames(context),
        new FieldTypes(context),
        new InputValues(context),
        new MembersRequired(context),
        new InterfacesImplemented(context),
        new UnionMembers(context),
        new InputObjectCycles(context),
        new DirectiveCycles(context),
        new ConstantValues(context),
        new DefaultValueCycles(context),
    ];
}
