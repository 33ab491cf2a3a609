using Portal.GraphQL.Building;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Filtering;

/// <summary>Which comparisons values of a type have, and what their input is called.</summary>
internal sealed record OperatorSet(string Name, IReadOnlyList<Operator> Operators)
{
    private static readonly Operator[] Equality = [Operator.Eq, Operator.Neq, Operator.In, Operator.Nin];
    private static readonly Operator[] Order = [.. Equality, Operator.Gt, Operator.Gte, Operator.Lt, Operator.Lte];
    private static readonly Operator[] Text =
        [.. Equality, Operator.Contains, Operator.Ncontains, Operator.StartsWith, Operator.NstartsWith, Operator.EndsWith, Operator.NendsWith];

    public static OperatorSet Of(NamedType named, Type clr)
    {
        if (named == BuiltInScalars.ID) return Make("Id", Equality);
        if (clr == typeof(string)) return Make(named.Name, Text);
        if (clr == typeof(bool)) return Make(named.Name, [Operator.Eq, Operator.Neq]);
        if (clr.IsEnum || clr == typeof(Guid)) return Make(named.Name, Equality);
        // A type of the product's own that a scalar holds can be compared for equality; its order is not the scalar's.
        return clr.IsPrimitive || clr == typeof(decimal) || clr.Namespace == "System" ? Make(named.Name, Order) : Make(Naming.Type(clr), Equality);
    }

    public static string Describe(Operator @operator) => @operator switch
    {
        Operator.Eq => "Equal; null finds what has no value.",
        Operator.Neq => "Not equal, no value included; null finds what has one.",
        Operator.In => "One of these.",
        Operator.Nin => "None of these.",
        Operator.Gt => "Greater, or later.",
        Operator.Gte => "Equal or greater.",
        Operator.Lt => "Less, or earlier.",
        Operator.Lte => "Equal or less.",
        Operator.Contains => "Holds the text.",
        Operator.Ncontains => "Does not hold the text.",
        Operator.StartsWith => "Begins with the text.",
        Operator.NstartsWith => "Does not begin with the text.",
        Operator.EndsWith => "Ends with the text.",
        Operator.NendsWith => "Does not end with the text.",
    };

    /// <summary>Whether null can be compared with.</summary>
    public static bool TakesNull(Operator @operator) => @operator is Operator.Eq or Operator.Neq;

    public static bool TakesList(Operator @operator) => @operator is Operator.In or Operator.Nin;

    private static OperatorSet Make(string type, IReadOnlyList<Operator> operators) => new($"{type}OperationFilterInput", operators);
}
