using Portal.GraphQL.Building;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Filtering;

/// <summary>Makes the input types of filters; a coerced filter is an <see cref="ICondition"/>.</summary>
internal sealed class FilterTypes(BuildContext context)
{
    private readonly record struct Part(InputField Field, Func<object, ICondition> Read);

    public InputObjectType Object(Type type, Type? definition)
    {
        var name = MemberInputs.NameOf(type, definition, "FilterInput", context);
        return context.Types.Made(name, $"filter of {type.FullName} {definition?.FullName}",
            () => new InputObjectType(name) { ClrType = typeof(ICondition), Description = $"Finds {context.Types.NameOf(type)} objects; all that is given must hold." },
            input => Fill(input, Members(input, type, definition)));
    }

    private IEnumerable<Part> Members(InputObjectType self, Type type, Type? definition)
    {
        var several = new ListType(new NonNullType(self));
        yield return new(new("and", several) { Description = "All of these hold." }, value => new Nested(new AllOf(Conditions(value))));
        yield return new(new("or", several) { Description = "One of these holds." }, value => new AnyOf(Conditions(value)));
        yield return new(new("not", self) { Description = "This does not hold." }, value => new Not((ICondition)value));
        foreach (var (name, member) in MemberInputs.Of<FilterableAttribute>(type, definition, context))
        {
            if (Member(member, $"{type.Name}.{name}") is not var (input, isObject)) continue;
            var convert = Converter(member);
            yield return new(new(name, input) { Description = MemberInputs.PropertyOf(member.Selector) is { } p ? context.Docs.Of(p) : null, Origin = $"{type.Name}.{name}" },
                    value => new OfMember(member.Selector, convert is null ? (ICondition)value : Apply((ICondition)value, convert), isObject));
        }
    }

    private (InputObjectType Input, bool IsObject)? Member(MemberField member, string usedBy)
    {
        var clr = member.Selector.ReturnType;
        if (member.IdOf is not null) return (Comparisons(BuiltInScalars.ID, typeof(string)), false);
        if (Leaf(clr, usedBy) is { } leaf) return (leaf, false);
        if (ClrShape.ElementType(clr) is { } item) return (Items(item, member.Type, usedBy), false);
        return (Object(clr, member.Type), true);
    }

    private InputObjectType? Leaf(Type clr, string usedBy)
    {
        var plain = Nullable.GetUnderlyingType(clr) ?? clr;
        return (plain.IsEnum || context.Options.Bindings.ContainsKey(plain)) && context.Types.Input(plain, usedBy) is { } named ? Comparisons(named, plain) : null;
    }

    private InputObjectType Comparisons(NamedType named, Type clr)
    {
        var set = OperatorSet.Of(named, clr);
        return context.Types.Made(set.Name, $"comparisons of {named.Name} {(set.Name.StartsWith(named.Name, StringComparison.Ordinal) ? "" : clr.FullName)}",
            () => new InputObjectType(set.Name) { ClrType = typeof(ICondition), Description = $"Comparisons of a value of type {named.Name}; all that are given must hold." },
            input => Fill(input, set.Operators.Select(o => Compare(o, named))));
    }

    private static Part Compare(Operator @operator, NamedType named)
    {
        // A null among the values of a list finds what has no value, as eq does.
        var type = OperatorSet.TakesList(@operator) ? new ListType(named) : (TypeReference)named;
        return new(new(Naming.Camel(@operator.ToString()), type) { Description = OperatorSet.Describe(@operator) }, value => new Comparison(@operator, value == NullGiven ? null : value, null));
    }

    private InputObjectType Items(Type item, Type? definition, string usedBy)
    {
        var inner = Leaf(item, usedBy) ?? Object(item, definition);
        var name = inner.Name.Replace("OperationFilterInput", "", StringComparison.Ordinal).Replace("FilterInput", "", StringComparison.Ordinal) + "ListFilterInput";
        return context.Types.Made(name, $"list of {item.FullName} {definition?.FullName}",
            () => new InputObjectType(name) { ClrType = typeof(ICondition), Description = "Conditions on the items of a list; all that are given must hold." },
            input => Fill(input,
            [
                new(new("some", inner) { Description = "One of the items fits." }, value => new OfItems(ListOperation.Some, item, (ICondition)value)),
                new(new("none", inner) { Description = "None of the items fits." }, value => new OfItems(ListOperation.None, item, (ICondition)value)),
                new(new("all", inner) { Description = "Every item fits; so it is when there are none." }, value => new OfItems(ListOperation.All, item, (ICondition)value)),
                new(new("any", BuiltInScalars.Boolean) { Description = "Whether there are items at all." }, value => new HasItems(item, (bool)value)),
            ]));
    }

    private static readonly object NullGiven = new();

    private void Fill(InputObjectType input, IEnumerable<Part> parts)
    {
        var all = parts.ToList();
        for (var i = 0; i < all.Count; i++) all[i].Field.Index = i;
        input.Fields = context.Inputs.Map(input.Name, all.Select(p => p.Field));
        input.Create = values =>
        {
            var given = new List<ICondition>();
            for (var i = 0; i < all.Count; i++)
                if (!ReferenceEquals(values[i], InputObjectType.Absent))
                    given.Add(all[i].Read(values[i] ?? (all[i].Field.Name is "eq" or "neq" ? NullGiven
                        : throw new CoercionException($"\"{all[i].Field.Name}\" of type \"{input.Name}\" cannot be null: leave it out."))));
            return given is [var only] ? only : new AllOf(given);
        };
    }

    private static ICondition[] Conditions(object list) => [.. ((System.Collections.IEnumerable)list).Cast<ICondition>()];

    // What a comparison was given is what the scalar read; only the member tells what it holds.
    private Func<object, object?>? Converter(MemberField member)
    {
        var clr = member.Selector.ReturnType;
        if (ClrShape.ElementType(clr) is { } item && !context.Options.Bindings.ContainsKey(clr)) clr = item;
        clr = Nullable.GetUnderlyingType(clr) ?? clr;
        return member.IdOf is { } target ? LeafConversion.FromId(clr, new(context.Ids, context.Types.NameOf(target)))
            : context.Options.Bindings.TryGetValue(clr, out var scalar) ? LeafConversion.FromScalar(scalar, clr)
            : null;
    }

    private static ICondition Apply(ICondition condition, Func<object, object?> convert) => condition switch
    {
        Comparison comparison => comparison with { Convert = convert },
        AllOf all => new AllOf([.. all.Conditions.Select(c => Apply(c, convert))]),
        OfItems items => items with { Condition = Apply(items.Condition, convert) },
        _ => condition,
    };
}
