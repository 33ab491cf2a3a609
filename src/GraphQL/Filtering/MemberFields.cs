using System.Linq.Expressions;

namespace Portal.GraphQL.Filtering;

/// <summary>The members of T that an input names.</summary>
public sealed class MemberFields<T>
{
    internal List<MemberField> All { get; } = [];

    /// <param name="member">A property, or a path of them (<c>b => b.Author.Name</c>), that the database can compute.</param>
    /// <param name="name">The GraphQL name; the last property's when not given.</param>
    /// <param name="type">For an object or a list of objects: the input type of its own; without one its marked members count.</param>
    public MemberFields<T> Add<TValue>(Expression<Func<T, TValue>> member, string? name = null, Type? type = null)
    {
        All.Add(new(name, member, type, null));
        return this;
    }

    /// <summary>A key that clients know as the global ID of <typeparamref name="TTarget"/>. (Filters only.)</summary>
    public MemberFields<T> AddId<TTarget>(Expression<Func<T, object?>> member, string? name = null)
    {
        var body = member.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : member.Body;
        All.Add(new(name, Expression.Lambda(body, member.Parameters), null, typeof(TTarget)));
        return this;
    }
}

/// <summary>Which members of T clients may filter by, where attributes on T are not wanted.</summary>
public abstract class FilterInputType<T> : IMemberFields
{
    /// <summary>The GraphQL name; the type's with "FilterInput" when null.</summary>
    public virtual string? Name => null;

    protected abstract void Configure(MemberFields<T> fields);

    IReadOnlyList<MemberField> IMemberFields.Read()
    {
        var fields = new MemberFields<T>();
        Configure(fields);
        return fields.All;
    }
}

/// <summary>Which members of T clients may sort by, where attributes on T are not wanted.</summary>
public abstract class SortInputType<T> : IMemberFields
{
    /// <summary>The GraphQL name; the type's with "SortInput" when null.</summary>
    public virtual string? Name => null;

    protected abstract void Configure(MemberFields<T> fields);

    IReadOnlyList<MemberField> IMemberFields.Read()
    {
        var fields = new MemberFields<T>();
        Configure(fields);
        return fields.All;
    }
}

internal interface IMemberFields
{
    string? Name { get; }
    IReadOnlyList<MemberField> Read();
}

/// <summary>A member that an input names.</summary>
/// <param name="Type">The input type of an object's members, where not the marked ones count.</param>
/// <param name="IdOf">The type whose global ID the value is.</param>
internal sealed record MemberField(string? Name, LambdaExpression Selector, Type? Type, Type? IdOf);
