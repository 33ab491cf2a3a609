using System.Runtime.CompilerServices;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>
/// Measures selection sets through all fragments. Every fragment is measured once, however often it is spread: fragments that
/// spread each other twice would otherwise take exponential time.
/// </summary>
internal abstract class SelectionMeasure<T>(Schema schema, FragmentMap fragments)
{
    private readonly Dictionary<string, T> _byFragment = new(StringComparer.Ordinal);

    protected Schema Schema { get; } = schema;

    public T Of(SelectionSetNode selectionSet, CompositeType? parent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var total = Nothing;
        foreach (var selection in selectionSet.Selections)
            total = Combine(total, selection switch
            {
                FieldNode field => Field(field, parent is null ? null : Schema.FindField(parent, field.Name.Value)),
                InlineFragmentNode { TypeCondition: { } condition } inline => Of(inline.SelectionSet, Type(condition)),
                InlineFragmentNode inline => Of(inline.SelectionSet, parent),
                FragmentSpreadNode spread => OfFragment(spread.Name.Value),
                _ => Nothing,
            });
        return total;
    }

    protected abstract T Nothing { get; }

    protected abstract T Combine(T a, T b);

    protected abstract T Field(FieldNode field, OutputField? definition);

    private T OfFragment(string name)
    {
        if (_byFragment.TryGetValue(name, out var known))
            return known;
        if (fragments.Find(name) is not { } fragment)
            return Nothing;
        // Also what a fragment inside itself counts for: another rule refuses it.
        _byFragment[name] = Nothing;
        return _byFragment[name] = Of(fragment.SelectionSet, Type(fragment.TypeCondition));
    }

    private CompositeType? Type(NamedTypeNode condition) => Schema.FindType(condition.Name.Value) as CompositeType;
}
