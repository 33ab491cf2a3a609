using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

internal sealed partial class DocumentWalk
{
    private void Walk(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        if (directives.Count == 0)
            return;
        foreach (var rule in rules)
            rule.Directives(directives);
        foreach (var directive in directives)
        {
            var definition = context.Schema.FindDirective(directive.Name.Value);
            foreach (var rule in rules)
                rule.Directive(directive, definition, location);
            Walk(directive.Arguments, definition?.Arguments);
        }
    }

    private void Walk(IReadOnlyList<ArgumentNode> arguments, FieldMap<InputField>? definitions)
    {
        foreach (var argument in arguments)
        {
            var definition = definitions?.Find(argument.Name.Value);
            foreach (var rule in rules)
                rule.Value(argument.Value, definition?.Type);
            CollectVariables(argument.Value, definition?.Type, definition?.DefaultValue is not null, parent: null);
        }
    }

    private void CollectVariables(ValueNode value, TypeReference? type, bool hasDefault, InputObjectType? parent)
    {
        switch (value)
        {
            case VariableNode variable:
                context.Variables.Add(_definition!, new VariableUsage(variable, type, hasDefault, parent));
                break;
            case ListValueNode list:
                var itemType = type?.Nullable is ListType listType ? listType.Element : type?.Nullable;
                foreach (var item in list.Items)
                    CollectVariables(item, itemType, hasDefault: false, parent: null);
                break;
            case ObjectValueNode node:
                var objectType = type?.Named as InputObjectType;
                foreach (var field in node.Fields)
                {
                    var definition = objectType?.Fields.Find(field.Name.Value);
                    CollectVariables(field.Value, definition?.Type, definition?.DefaultValue is not null, objectType);
                }
                break;
        }
    }
}
