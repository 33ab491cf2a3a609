namespace Portal.GraphQL.Types.Comparison;

/// <summary>Changes of types and of what they are made of.</summary>
internal static class TypeChanges
{
    public static void Compare(ChangeList changes, IEnumerable<NamedType> before, IEnumerable<NamedType> after)
    {
        var types = Pairs.Of(before, after, t => t.Name);
        foreach (var type in types.Removed) changes.Add(SchemaChangeKind.TypeRemoved, type.Name, $"{type.Name} was removed.");
        foreach (var type in types.Added) changes.Add(SchemaChangeKind.TypeAdded, type.Name, $"{type.Name} was added.");
        foreach (var (old, now) in types.Kept)
        {
            changes.Described(old.Name, old.Description, now.Description);
            Compare(changes, old, now);
        }
    }

    private static void Compare(ChangeList changes, NamedType before, NamedType after)
    {
        switch (before, after)
        {
            case (EnumType old, EnumType now): Values(changes, old, now); break;
            case (UnionType old, UnionType now): Members(changes, old, now); break;
            case (InputObjectType old, InputObjectType now): InputChanges.Compare(changes, old, now); break;
            case (ObjectType or InterfaceType, FieldedType now) when before.GetType() == after.GetType():
                FieldChanges.Compare(changes, (FieldedType)before, now);
                Interfaces(changes, (FieldedType)before, now);
                break;
            case (ScalarType old, ScalarType now):
                if (old.SpecifiedBy != now.SpecifiedBy)
                    changes.Add(SchemaChangeKind.SpecifiedByChanged, old.Name, $"{old.Name} is specified by {now.SpecifiedBy ?? "nothing"}, not by {old.SpecifiedBy ?? "nothing"}.");
                break;
            default: changes.Add(SchemaChangeKind.TypeChangedKind, before.Name, $"{before.Name} changed from {Kind(before)} to {Kind(after)}."); break;
        }
    }

    private static void Values(ChangeList changes, EnumType before, EnumType after)
    {
        var values = Pairs.Of(before.Values, after.Values);
        foreach (var value in values.Added) changes.Add(SchemaChangeKind.ValueAddedToEnum, $"{before.Name}.{value.Name}", $"{value.Name} was added to enum type {before.Name}.");
        foreach (var value in values.Removed) changes.Add(SchemaChangeKind.ValueRemovedFromEnum, $"{before.Name}.{value.Name}", $"{value.Name} was removed from enum type {before.Name}.");
        foreach (var (old, now) in values.Kept)
        {
            changes.Described($"{before.Name}.{old.Name}", old.Description, now.Description);
            changes.Deprecated($"{before.Name}.{old.Name}", old.DeprecationReason, now.DeprecationReason);
        }
    }

    private static void Members(ChangeList changes, UnionType before, UnionType after)
    {
        var members = Pairs.Of(before.Members, after.Members, m => m.Name);
        foreach (var member in members.Added) changes.Add(SchemaChangeKind.TypeAddedToUnion, before.Name, $"{member.Name} was added to union type {before.Name}.");
        foreach (var member in members.Removed) changes.Add(SchemaChangeKind.TypeRemovedFromUnion, before.Name, $"{member.Name} was removed from union type {before.Name}.");
    }

    private static void Interfaces(ChangeList changes, FieldedType before, FieldedType after)
    {
        var interfaces = Pairs.Of(before.Interfaces, after.Interfaces, i => i.Name);
        foreach (var added in interfaces.Added)
            changes.Add(SchemaChangeKind.ImplementedInterfaceAdded, before.Name, $"{added.Name} added to interfaces implemented by {before.Name}.");
        foreach (var removed in interfaces.Removed)
            changes.Add(SchemaChangeKind.ImplementedInterfaceRemoved, before.Name, $"{before.Name} no longer implements interface {removed.Name}.");
    }

    private static string Kind(NamedType type) => type switch
    {
        ScalarType => "a Scalar type",
        ObjectType => "an Object type",
        InterfaceType => "an Interface type",
        UnionType => "a Union type",
        EnumType => "an Enum type",
        InputObjectType => "an Input type",
        _ => throw new InvalidOperationException($"{type.GetType().Name} is no kind of type."),
    };
}
