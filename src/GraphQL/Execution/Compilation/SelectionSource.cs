using System.Collections.Concurrent;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>
/// The selections below a field. For an object type there is one set, compiled at once; for an interface or union one
/// per runtime type, compiled when a value of that type first appears.
/// </summary>
internal sealed class SelectionSource
{
    private readonly OperationCompiler _compiler;
    private readonly IReadOnlyList<(SelectionSetNode, Inclusion.Case)> _nodes;
    private readonly IReadOnlyList<ObjectType> _possible;
    private readonly SelectionSet? _only;
    private readonly ConcurrentDictionary<ObjectType, SelectionSet> _byType = new();

    public SelectionSource(OperationCompiler compiler, CompositeType type, IReadOnlyList<(SelectionSetNode, Inclusion.Case)> nodes)
    {
        _compiler = compiler;
        _nodes = nodes;
        _possible = compiler.Schema.PossibleTypesOf(type);
        Type = type;
        if (type is ObjectType only)
            _only = compiler.Compile(only, nodes);
    }

    public CompositeType Type { get; }

    public bool IsPure => _only is { IsPure: true };

    /// <summary>The set of the object type, when the field has one.</summary>
    public SelectionSet? Only => _only;

    /// <summary>The set for a runtime value; null when the value is of no possible type.</summary>
    public SelectionSet? For(object value)
    {
        if (_only is not null)
            return _only;
        foreach (var type in _possible)
            if (type.IsTypeOf(value))
                return For(type);
        return null;
    }

    /// <summary>The sets of all possible types.</summary>
    public IEnumerable<SelectionSet> All() => _only is not null ? [_only] : _possible.Select(For);

    private SelectionSet For(ObjectType type) =>
        _byType.TryGetValue(type, out var known) ? known : _byType.GetOrAdd(type, _compiler.Compile(type, _nodes));
}
