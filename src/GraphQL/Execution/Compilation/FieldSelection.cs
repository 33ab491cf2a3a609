using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>A field that the client selected on one object type, merged from all places that select it under the same response name.</summary>
internal sealed class FieldSelection(string responseName, ObjectType parent, OutputField field, Inclusion inclusion)
{
    private readonly List<(FieldNode Node, Inclusion.Case Case, int Position)> _places = [];

    public string ResponseName { get; } = responseName;

    /// <summary>The response name as the writer takes it.</summary>
    public byte[] EncodedName { get; } = ResultWriter.EncodeName(responseName);
    public ObjectType Parent { get; } = parent;
    public OutputField Field { get; } = field;
    public TypeReference Type { get; } = field.Type;
    public bool IsTypeName { get; } = ReferenceEquals(field, MetaFields.TypeName);
    public Inclusion Inclusion { get; } = inclusion;
    public IReadOnlyList<FieldNode> Nodes => [.. _places.Select(p => p.Node)];

    /// <summary>All places that select it take part under the same condition, so that the first place is always the same.</summary>
    public bool IsUniform => _places.TrueForAll(p => p.Case == _places[0].Case);

    /// <summary>What is selected below; null for a leaf.</summary>
    public SelectionSource? Children { get; set; }

    public ArgumentPlan Arguments { get; set; } = ArgumentPlan.None;

    /// <summary>What the caller must be allowed to, by number (see <see cref="Requirements"/>); empty for none.</summary>
    public Requirement[] Requirements { get; set; } = [];

    /// <summary>The resolver must not run beside anything else.</summary>
    public bool RunsAlone { get; } = field.RunsAlone || field.Paging is not null;

    /// <summary>Where the completed value of this field is kept in its object's node; -1 when it is read and written at once.</summary>
    public int Slot { get; set; } = -1;

    public bool IsLeaf => Children is null;

    /// <summary>Everything below comes from plain properties: written straight from the objects.</summary>
    public bool IsPureBelow => Children is null or { IsPure: true };

    /// <param name="position">Where the place comes among all of the selection set.</param>
    public void Add(FieldNode node, Inclusion.Case @case, int position)
    {
        _places.Add((node, @case, position));
        Inclusion.Add(@case);
    }

    public IReadOnlyList<Location> Locations => [.. _places.Select(p => p.Node.Location)];

    /// <summary>The places that take part (one in a fragment that is spread several times is one place) when the Boolean variables have these bits.</summary>
    public IReadOnlyList<Location> LocationsFor(ulong variables) => [.. _places.Where(p => p.Case.Holds(variables)).Select(p => p.Node.Location).Distinct()];

    /// <summary>The position of the first place that takes part.</summary>
    public int PositionFor(ulong variables) => _places.Find(p => p.Case.Holds(variables)).Position;
}
