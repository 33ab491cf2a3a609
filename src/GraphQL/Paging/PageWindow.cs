using Portal.GraphQL.Types;

namespace Portal.GraphQL.Paging;

/// <summary>Paging arguments checked against the bounds of the field: how many items, and from which end.</summary>
internal readonly record struct PageWindow(int Size, bool Backward)
{
    public static PageWindow Of(PagingArguments arguments, PagingBounds bounds)
    {
        if (arguments is { First: not null, Last: not null })
            throw PagingErrors.FirstAndLast();
        // Only a 'before': the client reads towards the start.
        var backward = arguments.Last is not null || (arguments.First is null && arguments.Before is not null && arguments.After is null);
        var size = arguments.First ?? arguments.Last ?? bounds.DefaultPageSize;
        var name = backward ? "last" : "first";
        if (size < 0)
            throw PagingErrors.Negative(name);
        if (size > bounds.MaxPageSize)
            throw PagingErrors.TooMany(name, size, bounds);
        return new(size, backward);
    }
}
