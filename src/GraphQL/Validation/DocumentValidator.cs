using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation.Limits;
using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Validation;

/// <summary>Checks a document against a schema (section 5 of the specification) and against limits of complexity.</summary>
public static class DocumentValidator
{
    /// <summary>
    /// All errors, empty when the document may be executed. A document over a limit is not looked at further: some rules
    /// cost more than they should on a document that is made to be expensive.
    /// </summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        if (options.Limits is { } limits)
            new DocumentWalk(context, LimitRules(context, limits)).Run();
        if (context.Errors.Count == 0)
            new DocumentWalk(context, SpecifiedRules(context)).Run();
        return context.Errors;
    }

    private static ValidationRule[] LimitRules(ValidationContext context, ComplexityLimits limits) =>
    [
        new MaxFragments(context, limits.MaxFragments),
        new MaxAliases(context, limits.MaxAliases),
        new MaxDirectives(context, limits.MaxDirectives),
        new MaxRootFields(context, limits.MaxRootFields),
        new MaxSelections(context, limits.MaxSelections),
        new MaxDepth(context, limits.MaxDepth),
        new MaxIntrospectionDepth(context, limits.MaxIntrospectionLists),
        new MaxCost(context, limits.MaxCost),
    ];

    private static ValidationRule[] SpecifiedRules(ValidationContext context) =>
    [
        new ExecutableDefinitions(context),
        new OperationTypeExistence(context),
        new OperationNameUniqueness(context),
        new LoneAnonymousOperation(context),
        new SubscriptionSingleRootField(context),
        new TypeExistence(context),
        new FragmentsOnCompositeTypes(context),
        new VariablesAreInputTypes(context),
        new LeafFieldSelections(context),
        new FieldsOnCorrectType(context),
        new FragmentNameUniqueness(context),
        new FragmentSpreadTargetDefined(context),
        new FragmentsMustBeUsed(context),
        new PossibleFragmentSpreads(context),
        new NoFragmentCycles(context),
        new VariableUniqueness(context),
        new NoUndefinedVariables(context),
        new NoUnusedVariables(context),
        new DirectivesAreDefined(context),
        new DirectivesInValidLocations(context),
        new DirectiveUniqueness(context),
        new ArgumentNames(context),
        new ArgumentUniqueness(context),
        new RequiredArguments(context),
        new ValuesOfCorrectType(context),
        new InputObjectFieldUniqueness(context),
        new VariablesInAllowedPosition(context),
        new FieldSelectionMerging(context),
    ];
}
