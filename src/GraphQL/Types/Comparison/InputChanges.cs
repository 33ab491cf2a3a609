namespace Portal.GraphQL.Types.Comparison;

/// <summary>Changes of input objects, and of any one argument or input field.</summary>
internal static class InputChanges
{
    public static void Compare(ChangeList changes, InputObjectType before, InputObjectType after)
    {
        var fields = Pairs.Of(before.Fields, after.Fields);
        foreach (var field in fields.Added)
            changes.Add(
                field.IsRequired ? SchemaChangeKind.RequiredInputFieldAdded : SchemaChangeKind.OptionalInputFieldAdded, $"{before.Name}.{field.Name}",
                $"{(field.IsRequired ? "A required" : "An optional")} field {field.Name} on input type {before.Name} was added.");
        foreach (var field in fields.Removed)
            changes.Add(SchemaChangeKind.FieldRemoved, $"{before.Name}.{field.Name}", $"{before.Name}.{field.Name} was removed.");
        foreach (var (old, now) in fields.Kept)
            Compare(
                changes, $"{before.Name}.{old.Name}", $"{before.Name}.{old.Name} changed type from", $"{before.Name}.{old.Name}", old, now,
                SchemaChangeKind.FieldChangedKind, SchemaChangeKind.InputFieldDefaultValueChange);
        if (!before.IsOneOf && after.IsOneOf)
            changes.Add(SchemaChangeKind.InputBecameOneOf, before.Name, $"Of {before.Name} exactly one field must now be given.");
        else if (before.IsOneOf && !after.IsOneOf)
            changes.Add(SchemaChangeKind.InputNoLongerOneOf, before.Name, $"Of {before.Name} any number of fields may now be given.");
    }

    public static void Compare(
        ChangeList changes, string coordinate, string changedType, string subject, InputField before, InputField after,
        SchemaChangeKind breaking, SchemaChangeKind otherDefault)
    {
        var (oldType, newType) = (before.Type.ToString(), after.Type.ToString());
        if (!TypeChangeSafety.IsSafeInput(before.Type, after.Type))
        {
            changes.Add(breaking, coordinate, $"{changedType} {oldType} to {newType}.");
        }
        else
        {
            if (oldType != newType) changes.Add(SchemaChangeKind.InputTypeWidened, coordinate, $"{changedType} {oldType} to {newType}.");
            Default(changes, coordinate, subject, before, after, otherDefault);
        }
        changes.Described(coordinate, before.Description, after.Description);
        changes.Deprecated(coordinate, before.DeprecationReason, after.DeprecationReason);
    }

    private static void Default(ChangeList changes, string coordinate, string subject, InputField before, InputField after, SchemaChangeKind kind)
    {
        if (before.DefaultValue is null) return;
        var (old, now) = (TypeChangeSafety.Canonical(before.DefaultValue, before.Type), TypeChangeSafety.Canonical(after.DefaultValue, after.Type));
        if (now is null)
        {
            changes.Add(kind, coordinate, $"{subject} defaultValue was removed.");
            if (after.IsRequired) changes.Add(SchemaChangeKind.RequiredInputDefaultRemoved, coordinate, $"{coordinate} must now be given: its default was removed.");
        }
        else if (old != now)
        {
            changes.Add(kind, coordinate, $"{subject} has changed defaultValue from {old} to {now}.");
        }
    }
}
