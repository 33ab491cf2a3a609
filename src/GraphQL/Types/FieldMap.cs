using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Portal.GraphQL.Types;

public interface INamed
{
    string Name { get; }
}

/// <summary>Members of a type in declaration order, with look-up by name.</summary>
public sealed class FieldMap<T>(IReadOnlyList<T> items) : IReadOnlyList<T> where T : class, INamed
{
    public static readonly FieldMap<T> Empty = new([]);

    private readonly FrozenDictionary<string, T> _byName = items.ToFrozenDictionary(i => i.Name, StringComparer.Ordinal);

    public int Count => items.Count;
    public T this[int index] => items[index];
    public T? Find(string name) => _byName.GetValueOrDefault(name);
    public bool TryFind(string name, [NotNullWhen(true)] out T? item) => _byName.TryGetValue(name, out item);
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
