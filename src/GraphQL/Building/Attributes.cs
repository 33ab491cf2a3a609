namespace Portal.GraphQL.Building;

// The vocabulary of the library on one page, in HotChocolate's words: a team that has HotChocolate moves over by changing usings.

/// <summary>The public methods and properties of the class are fields of Query.</summary>
[AttributeUsage(AttributeTargets.Class)] public sealed class QueryTypeAttribute : Attribute;

/// <summary>The public methods of the class are fields of Mutation.</summary>
[AttributeUsage(AttributeTargets.Class)] public sealed class MutationTypeAttribute : Attribute;

/// <summary>The public methods of the class are fields of Subscription.</summary>
[AttributeUsage(AttributeTargets.Class)] public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>The (static) class describes the object type of <typeparamref name="T"/>: it adds resolver methods, and names the properties of T to publish.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : Attribute, IObjectTypeAttribute
{
    /// <summary>The GraphQL name; the CLR name when not given.</summary>
    public string? Name { get; init; }

    /// <summary>The properties of T that are published; when not given, every public property is.</summary>
    public string[]? Fields { get; init; }

    Type IObjectTypeAttribute.ClrType => typeof(T);
}

public interface IObjectTypeAttribute
{
    Type ClrType { get; }
    string? Name { get; }
    string[]? Fields { get; }
}

/// <summary>Adds the members of the class to the object type of <typeparamref name="T"/> declared elsewhere.</summary>
[AttributeUsage(AttributeTargets.Class)] public sealed class ExtendObjectTypeAttribute<T> : Attribute;

/// <summary>The CLR interface or abstract class is a GraphQL interface.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)] public sealed class InterfaceTypeAttribute(string? name = null) : Attribute { public string? Name { get; } = name; }

/// <summary>The CLR interface or abstract class is a GraphQL union of the object types that implement it.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)] public sealed class UnionTypeAttribute(string? name = null) : Attribute { public string? Name { get; } = name; }

/// <summary>An input object of which exactly one field must be given (<c>@oneOf</c>).</summary>
[AttributeUsage(AttributeTargets.Class)] public sealed class OneOfAttribute : Attribute;

[AttributeUsage(AttributeTargets.All)] public sealed class GraphQLNameAttribute(string name) : Attribute { public string Name { get; } = name; }
[AttributeUsage(AttributeTargets.All)] public sealed class GraphQLDescriptionAttribute(string description) : Attribute { public string Description { get; } = description; }
[AttributeUsage(AttributeTargets.All)] public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute { public string Reason { get; } = reason; }
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field)] public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>The field is non-null although its CLR type could be null (or, with false, nullable although it could not).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)] public sealed class GraphQLNonNullTypeAttribute(bool nonNull = true) : Attribute { public bool NonNull { get; } = nonNull; }

/// <summary>The object whose field is resolved.</summary>
[AttributeUsage(AttributeTargets.Parameter)] public sealed class ParentAttribute : Attribute;

/// <summary>A service of the request; only needed where the type alone does not tell.</summary>
[AttributeUsage(AttributeTargets.Parameter)] public sealed class ServiceAttribute : Attribute;

/// <summary>An integer or string that clients see as an opaque global ID of <typeparamref name="T"/>. An ID of another type is refused.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public sealed class IDAttribute<T> : Attribute, IIDAttribute
{
    Type? IIDAttribute.ClrType => typeof(T);
}

/// <summary>A value of type ID: on a property of an object type its own global ID, elsewhere a plain ID.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public sealed class IDAttribute : Attribute, IIDAttribute
{
    Type? IIDAttribute.ClrType => null;
}

public interface IIDAttribute { Type? ClrType { get; } }

/// <summary>Fetches an object by the value inside its global ID: the type implements Node and <c>node(id:)</c> finds it.</summary>
[AttributeUsage(AttributeTargets.Method)] public sealed class NodeResolverAttribute : Attribute;

/// <summary>
/// The field is a Relay connection. The resolver returns an <see cref="IQueryable{T}"/>, a sequence, a
/// <c>PagedQuery&lt;T&gt;</c>, or (taking <c>PagingArguments</c>) a <c>Connection&lt;T&gt;</c> that it paged itself.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    public int DefaultPageSize { get; init; }
    public int MaxPageSize { get; init; }
    public bool IncludeTotalCount { get; init; } = true;

    /// <summary>The name before "Connection" and "Edge"; the node type's name when not given.</summary>
    public string? ConnectionName { get; init; }
}

/// <summary>The caller must satisfy <see cref="Policy"/>, or only be signed in when none is named. Several are all needed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public class AuthorizeAttribute(string? policy = null) : Attribute
{
    public string? Policy { get; } = policy;
}

/// <summary>The field is open although its type asks for authorization.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)] public sealed class AllowAnonymousAttribute : Attribute;

/// <summary>A member of the error union of a mutation. See <c>MutationConventions</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ErrorAttribute<T> : Attribute, IErrorAttribute
{
    Type IErrorAttribute.ClrType => typeof(T);
}

public interface IErrorAttribute { Type ClrType { get; } }

/// <summary>The name of the result field of a mutation's payload; else the result type's name in camel case.</summary>
[AttributeUsage(AttributeTargets.Method)] public sealed class PayloadFieldAttribute(string name) : Attribute { public string Name { get; } = name; }

/// <summary>What resolving the field once costs (default 1 for a resolver or composite, 0 for a property).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)] public sealed class CostAttribute(double weight) : Attribute { public double Weight { get; } = weight; }
