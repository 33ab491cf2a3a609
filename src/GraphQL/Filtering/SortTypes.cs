using System.Linq.Expressions;
using Portal.GraphQL.Building;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Filtering;

/// <summary>Which way a key is sorted.</summary>
public enum SortDirection
{
    /// <summary>The least first.</summary>
    Asc,

    /// <summary>The greatest first.</summary>
    Desc,
}

/// <summary>A key of the client's order.</summary>
internal sealed record ClientKey(LambdaExpression Selector, SortDirection Direction);

/// <summary>Makes the input types of orders; a coerced one is a <see cref="ClientKey"/>.</summary>
internal sealed class SortTypes(BuildContext context)
{
    // Never used: the check for exactly one key refuses it.
    private static readonly object NoKey = new();

    /// <param name="place">The field, for messages.</param>
    /// <param name="isPaged">Whether the keys make cursors, and so must be read with the row.</param>
    public InputObjectType Object(Type type, Type? definition, string place, bool isPaged)
    {
        var members = MemberInputs.Of<SortableAttribute>(type, definition, context);
        foreach (var (member, field) in members)
            if (!IsLeaf(field.Selector.ReturnType))
                context.Problems.Add($"{place}: {type.Name}.{member} is no single value to sort by; name one of its values in a SortInputType.");
            else if (isPaged && field.Selector.Body is not MemberExpression { Expression: ParameterExpression })
                context.Problems.Add($"{place}: a page cannot be sorted by {field.Selector.Body}: the row alone does not hold it. Keep it on the row, or sort an unpaged list.");
        var name = MemberInputs.NameOf(type, definition, "SortInput", context);
        return context.Types.Made(name, $"order of {type.FullName} {definition?.FullName}",
            // Two keys in one object would leave open which comes first.
            () => new InputObjectType(name) { ClrType = typeof(ClientKey), IsOneOf = true, Description = $"One key to sort {context.Types.NameOf(type)} objects by." },
            input => Fill(input, type, members));
    }

    private void Fill(InputObjectType input, Type type, IReadOnlyList<(string Name, MemberField Field)> members)
    {
        var direction = context.Types.Input(typeof(SortDirection), type.Name)!;
        input.Fields = context.Inputs.Map(input.Name, members.Select((m, i) => new InputField(m.Name, direction)
        {
            Index = i, Origin = $"{type.Name}.{m.Name}", Description = MemberInputs.PropertyOf(m.Field.Selector) is { } p ? context.Docs.Of(p) : null,
        }));
        input.Create = values => Array.FindIndex(values, v => v is SortDirection) is >= 0 and var index
            ? new ClientKey(members[index].Field.Selector, (SortDirection)values[index]!)
            : NoKey;
    }

    private bool IsLeaf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain.IsEnum || context.Options.Bindings.ContainsKey(plain));
}
