using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.3.1
/// <summary>A selected field exists on the type it is selected on.</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, OutputField? definition)
    {
        if (parent is null || definition is not null)
            return;
        var name = field.Name.Value;
        var suggestion = Context.Options.HideSuggestions ? "" : Suggestions.Sentence(TypesWith(name, parent), "to use an inline fragment on ");
        if (suggestion == "" && parent is FieldedType fielded)
            suggestion = Context.DidYouMean(name, fielded.Fields.Select(f => f.Name));
        Context.Report($"Cannot query field \"{name}\" on type \"{parent}\".{suggestion}", field);
    }

    /// <summary>Types below an abstract type that have the field: the most common first, an interface before its objects.</summary>
    private List<string> TypesWith(string fieldName, CompositeType parent)
    {
        if (parent is ObjectType)
            return [];
        var usage = new Dictionary<FieldedType, int>();
        foreach (var type in Schema.PossibleTypesOf(parent).Where(t => t.Fields.Find(fieldName) is not null))
        {
            usage[type] = 1;
            foreach (var candidate in type.Interfaces.Where(i => i.Fields.Find(fieldName) is not null))
                usage[candidate] = usage.GetValueOrDefault(candidate) + 1;
        }
        return [.. usage.Keys.Order(Comparer<FieldedType>.Create((a, b) =>
            usage[a] != usage[b] ? usage[b] - usage[a]
            : a is InterfaceType && b.Interfaces.Contains(a) ? -1
            : b is InterfaceType && a.Interfaces.Contains(b) ? 1
            : NaturalOrder.Instance.Compare(a.Name, b.Name))).Select(t => t.Name)];
    }
}
