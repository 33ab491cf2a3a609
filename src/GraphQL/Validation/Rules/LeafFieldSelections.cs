using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.3.3
/// <summary>A field has a selection exactly when its type has fields.</summary>
internal sealed class LeafFieldSelections(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, OutputField? definition)
    {
        if (definition is null)
            return;
        var (name, type) = (field.Name.Value, definition.Type);
        if (type.IsLeaf && field.SelectionSet is { } selection)
            Context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selection);
        else if (!type.IsLeaf && field.SelectionSet is null)
            Context.Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
    }
}
