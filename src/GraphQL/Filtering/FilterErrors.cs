using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Filtering;

/// <summary>What is wrong with a filter or an order, in words for the client.</summary>
internal static class FilterErrors
{
    public const string TooComplex = "FILTER_TOO_COMPLEX";

    public static GraphQLException Depth(int max) => Error($"The filter is nested more than {max} deep.");

    public static GraphQLException Conditions(int max) => Error($"The filter has more than {max} comparisons.");

    public static GraphQLException Values(int max, int given) => Error($"'in' and 'nin' take at most {max} values, but {given} were given.");

    public static GraphQLException SortKeys(int max, int given) => Error($"'order' takes at most {max} keys, but {given} were given.");

    private static GraphQLException Error(string message) => new(new GraphQLError(message, TooComplex));
}
