using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>Something of everything that a request can make large.</summary>
[QueryType]
public static class AttackedQueries
{
    public static string Hello(string? name = null) => $"Hello {name?.Length}";

    public static Thing Thing() => new(1);

    [UsePaging(MaxPageSize = 200)]
    public static IQueryable<Thing> Things() => Enumerable.Range(1, 1000).Select(i => new Thing(i)).AsQueryable().OrderBy(t => t.Id);

    public static int Count(IReadOnlyList<int?> values) => values.Count;

    public static double Number(double value) => value;

    public static decimal Amount(decimal value) => value;

    public static long Whole(long value) => value;

    public static int Find(Filter filter) => filter.And?.Count ?? 0;

    public static IEnumerable<FailingThing?> Failing(int count) => Enumerable.Range(0, count).Select(_ => new FailingThing());

    public static IEnumerable<string> Long(int count) => Enumerable.Repeat(new string('x', 1000), count);

    public static INamed Named() => new Thing(1);
}

public interface INamed
{
    string Name { get; }
    INamed? Other { get; }
}

public sealed record Thing(int Id) : INamed
{
    public string Name => "thing";
    public Thing Self => this;
    public INamed? Other => this;
    public Size Size => Size.Small;
}

public sealed record OtherThing(int Id) : INamed
{
    public string Name => "other";
    public INamed? Other => this;
}

public sealed class FailingThing
{
    public string? Value => throw new GraphQLException(new GraphQLError("No.", "NO"));
}

public enum Size { Small, Large }

public sealed record Filter(IReadOnlyList<Filter>? And = null, string? Text = null, Size? Size = null, Filter? Not = null);
