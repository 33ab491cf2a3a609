using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Paging;

/// <summary>What is wrong with the paging arguments of a client, in words for the client.</summary>
internal static class PagingErrors
{
    public const string InvalidCursor = "INVALID_CURSOR";
    public const string InvalidPageSize = "INVALID_PAGE_SIZE";
    public const string InvalidPagingArguments = "INVALID_PAGING_ARGUMENTS";

    public static GraphQLException Cursor(string argument) =>
        new(new GraphQLError($"The cursor in '{argument}' is not one of this list in this order. Take cursors from 'pageInfo' or 'edges' and pass them unchanged.", InvalidCursor));

    public static GraphQLException TooMany(string argument, int asked, PagingBounds bounds) =>
        new(new GraphQLError($"'{argument}' can be at most {bounds.MaxPageSize} here, but {asked} items were asked for. Read further pages with 'after' or 'before'.", Validation.ValidationCodes.TooComplex));

    public static GraphQLException Negative(string argument) =>
        new(new GraphQLError($"'{argument}' cannot be negative.", InvalidPageSize));

    public static GraphQLException FirstAndLast() =>
        new(new GraphQLError("'first' and 'last' cannot be given together.", InvalidPagingArguments));
}
