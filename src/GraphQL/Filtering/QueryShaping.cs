using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Filtering;

/// <summary>The arguments <c>where</c> and <c>order</c> of a field, and what they do to its query before it is read.</summary>
internal sealed class QueryShaping
{
    private readonly Type _row;
    private readonly bool _isPaged;
    private int _where = -1, _order = -1;

    private QueryShaping(Type row, bool isPaged) => (_row, _isPaged) = (row, isPaged);

    public List<InputField> Fields { get; } = [];

    /// <summary>Null when the member asks for neither, or wrongly.</summary>
    /// <param name="first">How many arguments come before.</param>
    public static QueryShaping? Of(ResolverMember resolver, int first, BuildContext context)
    {
        var filtering = resolver.Member.GetCustomAttribute<UseFilteringAttribute>();
        var sorting = resolver.Member.GetCustomAttribute<UseSortingAttribute>();
        if (filtering is null && sorting is null) return null;
        if (Row(resolver.Value) is not { } row)
        {
            context.Problems.Add($"{BuildContext.Describe(resolver.Member)}: [UseFiltering] and [UseSorting] need an IQueryable<T> or a PagedQuery<T>, not {resolver.Value.Name}.");
            return null;
        }
        var shaping = new QueryShaping(row, resolver.Paging is not null);
        if (filtering is not null)
            shaping._where = shaping.Add(first, new("where", new FilterTypes(context).Object(row, filtering.Filter)) { Description = "What to find; without it everything.", Cost = filtering.Cost });
        if (sorting is not null)
            shaping._order = shaping.Add(first, new("order", new ListType(new NonNullType(new SortTypes(context).Object(row, sorting.Sort, BuildContext.Describe(resolver.Member), shaping._isPaged))))
            {
                Description = "What to sort by, the first key first; the list's own order settles what is equal.", Cost = sorting.Cost,
            });
        return shaping;
    }

    /// <summary>Shapes the query, then goes on.</summary>
    public Finish Then(Finish next)
    {
        var shape = typeof(QueryShaping).GetMethod(nameof(ShapeValue), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(_row)
            .CreateDelegate<Func<ResolverContext, object?, object?>>(this);
        return (context, value) => next(context, shape(context, value));
    }

    private int Add(int first, InputField field)
    {
        field.Index = first + Fields.Count;
        Fields.Add(field);
        return field.Index;
    }

    private static Type? Row(Type? value)
    {
        for (var at = value; at is not null; at = at.BaseType)
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(PagedQuery<>)) return at.GetGenericArguments()[0];
        return value?.GetInterfaces().Append(value).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>))?.GetGenericArguments()[0];
    }

    private object? ShapeValue<T>(ResolverContext context, object? value) => value switch
    {
        PagedQuery<T> paged => paged with { Query = Shape(context, paged.Query) },
        IQueryable<T> query => Shape(context, query),
        _ => value,
    };

    private IQueryable<T> Shape<T>(ResolverContext context, IQueryable<T> query)
    {
        var options = context.Services.GetService<IOptions<FilterOptions>>()?.Value ?? new();
        if (_where >= 0 && context.Argument(_where) is ICondition condition) query = Filtered(query, condition, options);
        if (_order >= 0 && context.Argument(_order) is System.Collections.IEnumerable keys) query = Sorted(query, [.. keys.Cast<ClientKey>()], options);
        return query;
    }

    private static IQueryable<T> Filtered<T>(IQueryable<T> query, ICondition condition, FilterOptions options)
    {
        var row = Expression.Parameter(typeof(T), "x");
        try
        {
            return query.Where(Expression.Lambda<Func<T, bool>>(condition.Of(row, new(options)), row));
        }
        catch (CoercionException e)
        {
            throw InputReader.Invalid("where", e);
        }
    }

    private IQueryable<T> Sorted<T>(IQueryable<T> query, IReadOnlyList<ClientKey> keys, FilterOptions options)
    {
        if (keys.Count == 0) return query;
        if (keys.Count > options.MaxSortKeys) throw FilterErrors.SortKeys(options.MaxSortKeys, keys.Count);
        var own = _isPaged || SortOrder<T>.IsOrdered(query) ? SortOrder<T>.Of(query).Keys : [];
        var all = keys.Select(k => (k.Selector, Descending: k.Direction == SortDirection.Desc)).Concat(own.Select(k => (k.Selector, k.Descending)))
            .DistinctBy(k => KeyName.Of(k.Selector)).ToList();
        var expression = query.Expression;
        for (var i = 0; i < all.Count; i++)
            expression = Expression.Call(typeof(Queryable), (i == 0 ? "OrderBy" : "ThenBy") + (all[i].Descending ? "Descending" : ""),
                [typeof(T), all[i].Selector.ReturnType], expression, Expression.Quote(all[i].Selector));
        return query.Provider.CreateQuery<T>(expression);
    }
}
