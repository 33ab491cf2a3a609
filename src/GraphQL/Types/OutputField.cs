using System.Reflection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Types;

/// <summary>Computes a field's value for one parent; may be asynchronous, may use loaders.</summary>
public delegate ValueTask<object?> FieldResolver(ResolverContext context);

/// <summary>Reads a field's value from its parent at once, without arguments, services or waiting: a property.</summary>
public delegate object? PureResolver(object parent);

/// <summary>Writes a leaf value of a parent without boxing it; writes nothing and returns false when the value is null.</summary>
public delegate bool LeafWriter(object parent, ResultWriter writer);

/// <summary>Opens the event stream of a subscription; every event is the root value of one execution.</summary>
public delegate ValueTask<IAsyncEnumerable<object?>> SubscriptionSource(ResolverContext context);

/// <summary>A field of an object or interface.</summary>
public sealed class OutputField(string name, TypeReference type) : INamed
{
    public string Name { get; } = name;
    public TypeReference Type { get; } = type;
    public string? Description { get; internal set; }
    public string? DeprecationReason { get; internal set; }
    public FieldMap<InputField> Arguments { get; internal set; } = FieldMap<InputField>.Empty;

    /// <summary>Set on every executable field that is not <see cref="Pure"/>.</summary>
    public FieldResolver? Resolve { get; internal set; }

    /// <summary>Set when the field is a plain property; then the executor needs no task and no slot for it.</summary>
    public PureResolver? Pure { get; internal set; }

    /// <summary>Set besides <see cref="Pure"/> when the property is a leaf that can be written without boxing.</summary>
    public LeafWriter? WriteLeaf { get; internal set; }

    /// <summary>What the caller must be allowed to, all of it; empty for none. From the field and its declaring type.</summary>
    public IReadOnlyList<AuthorizeAttribute> Authorize { get; internal set; } = [];

    /// <summary>What resolving the field once costs, before what its list size multiplies (<c>[Cost]</c>, default 1 for a composite or resolver, 0 for a property).</summary>
    public double Cost { get; internal set; }

    /// <summary>Page bounds of a connection field, else null; the cost of what is below counts times the page.</summary>
    public PagingBounds? Paging { get; internal set; }

    /// <summary>What a mutation may refuse with and how a refusal becomes its payload; null for other fields.</summary>
    public MutationErrors? Errors { get; internal set; }

    /// <summary>Opens the stream of a subscription field; <see cref="Resolve"/> then gets each event as its parent. Null for other fields.</summary>
    public SubscriptionSource? Subscribe { get; internal set; }

    /// <summary>
    /// The resolver may use the database although it is not at the root (connection fields always may): it is run when
    /// nothing else is under way, one object after another. Loaders are the better way wherever they fit.
    /// </summary>
    public bool RunsAlone { get; internal set; }

    /// <summary>The C# member the field came from; messages about the schema name it.</summary>
    public MemberInfo? Member { get; internal set; }
}

/// <summary>How many items a page has when the client does not say, and at most.</summary>
public sealed record PagingBounds(int DefaultPageSize, int MaxPageSize, bool IncludeTotalCount);
