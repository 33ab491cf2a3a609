using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Comparison;

/// <summary>Changes of directives, the standard ones left out.</summary>
internal static class DirectiveChanges
{
    public static void Compare(ChangeList changes, IEnumerable<DirectiveType> before, IEnumerable<DirectiveType> after)
    {
        var directives = Pairs.Of(before, after);
        foreach (var directive in directives.Removed) changes.Add(SchemaChangeKind.DirectiveRemoved, $"@{directive.Name}", $"{directive.Name} was removed.");
        foreach (var directive in directives.Added) changes.Add(SchemaChangeKind.DirectiveAdded, $"@{directive.Name}", $"@{directive.Name} was added.");
        foreach (var (old, now) in directives.Kept.Where(p => p.Old != p.New))
        {
            Arguments(changes, old, now);
            Use(changes, old, now);
            changes.Described($"@{old.Name}", old.Description, now.Description);
        }
    }

    private static void Arguments(ChangeList changes, DirectiveType before, DirectiveType after)
    {
        var arguments = Pairs.Of(before.Arguments, after.Arguments);
        foreach (var argument in arguments.Added)
            changes.Add(
                argument.IsRequired ? SchemaChangeKind.RequiredDirectiveArgAdded : SchemaChangeKind.OptionalDirectiveArgAdded, $"@{before.Name}({argument.Name}:)",
                $"{(argument.IsRequired ? "A required" : "An optional")} arg {argument.Name} on directive {before.Name} was added.");
        foreach (var argument in arguments.Removed)
            changes.Add(SchemaChangeKind.DirectiveArgRemoved, $"@{before.Name}({argument.Name}:)", $"{argument.Name} was removed from {before.Name}.");
        foreach (var (old, now) in arguments.Kept)
            InputChanges.Compare(
                changes, $"@{before.Name}({old.Name}:)", $"@{before.Name} arg {old.Name} has changed type from", $"@{before.Name} arg {old.Name}", old, now,
                SchemaChangeKind.DirectiveArgChangedKind, SchemaChangeKind.DirectiveArgDefaultValueChange);
    }

    private static void Use(ChangeList changes, DirectiveType before, DirectiveType after)
    {
        if (before.IsRepeatable && !after.IsRepeatable)
            changes.Add(SchemaChangeKind.DirectiveRepeatableRemoved, $"@{before.Name}", $"Repeatable flag was removed from {before.Name}.");
        if (!before.IsRepeatable && after.IsRepeatable)
            changes.Add(SchemaChangeKind.DirectiveRepeatableAdded, $"@{before.Name}", $"@{before.Name} may now be repeated.");
        foreach (var location in DirectiveLocations.NamesOf(before.Locations & ~after.Locations))
            changes.Add(SchemaChangeKind.DirectiveLocationRemoved, $"@{before.Name}", $"{location} was removed from {before.Name}.");
        foreach (var location in DirectiveLocations.NamesOf(after.Locations & ~before.Locations))
            changes.Add(SchemaChangeKind.DirectiveLocationAdded, $"@{before.Name}", $"@{before.Name} may now be used on {location}.");
    }
}
