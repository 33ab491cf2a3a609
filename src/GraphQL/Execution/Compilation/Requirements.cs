using System.Collections.Concurrent;
using Portal.GraphQL.Building;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>An authorization requirement with the number under which a request keeps its answer.</summary>
internal sealed record Requirement(int Number, AuthorizeAttribute Attribute);

/// <summary>Gives equal requirements one number, so that each is asked once in a request however many fields have it.</summary>
internal sealed class Requirements
{
    private readonly ConcurrentDictionary<AuthorizeAttribute, Requirement> _known = new();
    private int _next;

    public int Count => _next;

    public Requirement[] Of(IReadOnlyList<AuthorizeAttribute> attributes) =>
        attributes.Count == 0 ? [] : [.. attributes.Select(a => _known.GetOrAdd(a, x => new(Interlocked.Increment(ref _next) - 1, x))).Distinct()];
}
