using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>Goes through the executable definitions of a document once, resolving what each node refers to, and calls the rules.</summary>
internal sealed partial class DocumentWalk(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    private SelectionSetNode? _definition;

    public void Run()
    {
        foreach (var rule in rules)
            rule.EnterDocument(context.Document);
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsAborted)
                return;
            switch (definition)
            {
                case OperationDefinitionNode operation: Walk(operation); break;
                case FragmentDefinitionNode fragment: Walk(fragment); break;
            }
        }
        foreach (var rule in rules)
            if (!context.IsAborted)
                rule.LeaveDocument(context.Document);
    }

    private void Walk(OperationDefinitionNode operation)
    {
        var (root, location) = operation.Operation switch
        {
            OperationKind.Query => (context.Schema.Query, DirectiveLocation.Query),
            OperationKind.Mutation => (context.Schema.Mutation, DirectiveLocation.Mutation),
            OperationKind.Subscription => (context.Schema.Subscription, DirectiveLocation.Subscription),
        };
        _definition = operation.SelectionSet;
        foreach (var rule in rules)
            rule.Operation(operation, root);
        foreach (var variable in operation.Variables)
        {
            if (context.IsAborted)
                return;
            Walk(variable);
        }
        Walk(operation.Directives, location);
        Walk(operation.SelectionSet, root);
    }

    private void Walk(FragmentDefinitionNode fragment)
    {
        _definition = fragment.SelectionSet;
        var type = context.Schema.FindType(fragment.TypeCondition.Name.Value);
        foreach (var rule in rules)
            rule.Fragment(fragment, type);
        Walk(fragment.Directives, DirectiveLocation.FragmentDefinition);
        Walk(fragment.SelectionSet, type as CompositeType);
    }

    private void Walk(VariableDefinitionNode variable)
    {
        var type = context.Schema.Resolve(variable.Type);
        foreach (var rule in rules)
            rule.Variable(variable, type);
        if (variable.DefaultValue is { } value)
            foreach (var rule in rules)
                rule.Value(value, type is { IsInput: true } ? type : null);
        Walk(variable.Directives, DirectiveLocation.VariableDefinition);
    }

    private void Walk(SelectionSetNode selectionSet, CompositeType? parent, bool isInline = false)
    {
        if (!isInline)
            foreach (var rule in rules)
                rule.SelectionSet(selectionSet, parent);
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsAborted)
                return;
            switch (selection)
            {
                case FieldNode field: Walk(field, parent); break;
                case FragmentSpreadNode spread: Walk(spread, parent); break;
                case InlineFragmentNode inline: Walk(inline, parent); break;
            }
        }
    }

    private void Walk(FieldNode field, CompositeType? parent)
    {
        var definition = parent is null ? null : context.Schema.FindField(parent, field.Name.Value);
        foreach (var rule in rules)
            rule.EnterField(field, parent, definition);
        Walk(field.Arguments, definition?.Arguments);
        Walk(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is { } selectionSet)
            Walk(selectionSet, definition?.Type.Named as CompositeType);
        foreach (var rule in rules)
            rule.LeaveField(field, definition);
    }

    private void Walk(FragmentSpreadNode spread, CompositeType? parent)
    {
        foreach (var rule in rules)
            rule.FragmentSpread(spread, parent);
        Walk(spread.Directives, DirectiveLocation.FragmentSpread);
    }

    private void Walk(InlineFragmentNode inline, CompositeType? parent)
    {
        var type = inline.TypeCondition is { } condition ? context.Schema.FindType(condition.Name.Value) : parent;
        foreach (var rule in rules)
            rule.InlineFragment(inline, parent, type);
        Walk(inline.Directives, DirectiveLocation.InlineFragment);
        Walk(inline.SelectionSet, type as CompositeType, isInline: true);
    }
}
