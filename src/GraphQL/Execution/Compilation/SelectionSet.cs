using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>What the client selected on one object type: fragments expanded, fields merged, in response order.</summary>
internal sealed class SelectionSet
{
    private readonly bool _isOrderFixed;

    public SelectionSet(ObjectType type, FieldSelection[] fields)
    {
        Type = type;
        Fields = fields;
        _isOrderFixed = fields.All(f => f.IsUniform);
        TypeName = System.Text.Encoding.UTF8.GetBytes($"\"{type.Name}\"");
        foreach (var field in fields)
            if (!IsWrittenAtOnce(field))
                field.Slot = SlotCount++;
    }

    public ObjectType Type { get; }
    public FieldSelection[] Fields { get; }

    /// <summary>The fields in response order: that of the first places that take part when the Boolean variables have these bits.</summary>
    public FieldSelection[] InOrder(ulong variables) =>
        _isOrderFixed ? Fields : [.. Fields.Where(f => f.Inclusion.Holds(variables)).OrderBy(f => f.PositionFor(variables))];

    /// <summary>The name of the type as JSON.</summary>
    public byte[] TypeName { get; }

    public int SlotCount { get; }

    /// <summary>No field needs a resolver, a check or a slot, all the way down.</summary>
    public bool IsPure => SlotCount == 0;

    private static bool IsWrittenAtOnce(FieldSelection selection) =>
        selection.IsTypeName || (selection.Field.Pure is not null && selection.Requirements.Length == 0 && selection.IsPureBelow);
}
