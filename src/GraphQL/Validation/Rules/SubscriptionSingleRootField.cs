using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.2.4.1
/// <summary>A subscription has one root field, not of introspection, and always the same one: no @skip or @include decides.</summary>
internal sealed class SubscriptionSingleRootField(ValidationContext context) : ValidationRule(context)
{
    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        if (operation.Operation != OperationKind.Subscription || root is null)
            return;
        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var groups = new OrderedDictionary<string, List<FieldNode>>();
        var conditions = new List<DirectiveNode>();
        Collect(operation.SelectionSet, root, groups, conditions, []);

        if (conditions.Count > 0)
            Context.Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", conditions);
        if (groups.Count > 1)
            Context.Report($"{subject} must select only one top level field.", groups.Values.Skip(1).SelectMany(g => g));
        foreach (var fields in groups.Values.Where(g => g[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
            Context.Report($"{subject} must not select an introspection top level field.", fields);
    }

    private void Collect(
        SelectionSetNode selectionSet, ObjectType root, OrderedDictionary<string, List<FieldNode>> groups,
        List<DirectiveNode> conditions, HashSet<string> visited)
    {
        foreach (var selection in selectionSet.Selections)
        {
            conditions.AddRange(selection.Directives.Where(d => d.Name.Value is "skip" or "include"));
            switch (selection)
            {
                case FieldNode field when groups.TryGetValue(field.ResponseName, out var group):
                    group.Add(field);
                    break;
                case FieldNode field:
                    groups.Add(field.ResponseName, [field]);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, root):
                    Collect(inline.SelectionSet, root, groups, conditions, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value)
                    && Context.Fragments.Find(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition, root):
                    Collect(fragment.SelectionSet, root, groups, conditions, visited);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectType root) =>
        Schema.FindType(condition.Name.Value) is { } type && Schema.IsSubType(root, type);
}
