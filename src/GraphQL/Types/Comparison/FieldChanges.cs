namespace Portal.GraphQL.Types.Comparison;

/// <summary>Changes of the fields of an object or interface, and of their arguments.</summary>
internal static class FieldChanges
{
    public static void Compare(ChangeList changes, FieldedType before, FieldedType after)
    {
        var fields = Pairs.Of(before.Fields, after.Fields);
        foreach (var field in fields.Removed) changes.Add(SchemaChangeKind.FieldRemoved, $"{before.Name}.{field.Name}", $"{before.Name}.{field.Name} was removed.");
        foreach (var field in fields.Added) changes.Add(SchemaChangeKind.FieldAdded, $"{before.Name}.{field.Name}", $"{before.Name}.{field.Name} was added.");
        foreach (var (old, now) in fields.Kept)
            Compare(changes, $"{before.Name}.{old.Name}", old, now);
    }

    private static void Compare(ChangeList changes, string coordinate, OutputField before, OutputField after)
    {
        Arguments(changes, coordinate, before, after);
        var (old, now) = (before.Type.ToString(), after.Type.ToString());
        if (!TypeChangeSafety.IsSafeOutput(before.Type, after.Type))
            changes.Add(SchemaChangeKind.FieldChangedKind, coordinate, $"{coordinate} changed type from {old} to {now}.");
        else if (old != now)
            changes.Add(SchemaChangeKind.FieldTypeNarrowed, coordinate, $"{coordinate} changed type from {old} to {now}.");
        changes.Described(coordinate, before.Description, after.Description);
        changes.Deprecated(coordinate, before.DeprecationReason, after.DeprecationReason);
    }

    private static void Arguments(ChangeList changes, string field, OutputField before, OutputField after)
    {
        var arguments = Pairs.Of(before.Arguments, after.Arguments);
        foreach (var argument in arguments.Removed)
            changes.Add(SchemaChangeKind.ArgRemoved, $"{field}({argument.Name}:)", $"{field} arg {argument.Name} was removed.");
        foreach (var (old, now) in arguments.Kept)
            InputChanges.Compare(
                changes, $"{field}({old.Name}:)", $"{field} arg {old.Name} has changed type from", $"{field} arg {old.Name}", old, now,
                SchemaChangeKind.ArgChangedKind, SchemaChangeKind.ArgDefaultValueChange);
        foreach (var argument in arguments.Added)
            changes.Add(
                argument.IsRequired ? SchemaChangeKind.RequiredArgAdded : SchemaChangeKind.OptionalArgAdded, $"{field}({argument.Name}:)",
                $"{(argument.IsRequired ? "A required" : "An optional")} arg {argument.Name} on {field} was added.");
    }
}
