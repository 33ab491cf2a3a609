using Portal.GraphQL.Introspection;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Types.Comparison;

/// <summary>Says what changed from one schema to another, and what that does to clients.</summary>
public static class SchemaComparison
{
    /// <summary>All changes: breaking ones first, then dangerous ones, then safe ones; each in the order of the old schema.</summary>
    public static IReadOnlyList<SchemaChange> Compare(Schema before, Schema after)
    {
        var changes = new ChangeList();
        CompareRoots(changes, before, after);
        TypeChanges.Compare(changes, Own(before), Own(after));
        DirectiveChanges.Compare(changes, before.Directives, after.Directives);
        return [.. changes.OrderBy(c => c.Severity)];
    }

    private static IEnumerable<NamedType> Own(Schema schema) =>
        schema.Types.Where(t => !IntrospectionTypes.IsIntrospection(t) && !BuiltInScalars.IsSpecified(t));

    private static void CompareRoots(ChangeList changes, Schema before, Schema after)
    {
        CompareRoot(changes, "query", before.Query, after.Query);
        CompareRoot(changes, "mutation", before.Mutation, after.Mutation);
        CompareRoot(changes, "subscription", before.Subscription, after.Subscription);
        if (before.Description != after.Description)
            changes.Add(SchemaChangeKind.DescriptionChanged, "schema", "The description of the schema changed.");
    }

    private static void CompareRoot(ChangeList changes, string operation, ObjectType? before, ObjectType? after)
    {
        if (before?.Name == after?.Name) return;
        if (before is null) changes.Add(SchemaChangeKind.RootTypeAdded, "schema", $"The {operation} type {after!.Name} was added.");
        else if (after is null) changes.Add(SchemaChangeKind.RootTypeRemoved, "schema", $"The {operation} type {before.Name} was removed.");
        else changes.Add(SchemaChangeKind.RootTypeChanged, "schema", $"The {operation} type changed from {before.Name} to {after.Name}.");
    }
}

/// <summary>Collects changes.</summary>
internal sealed class ChangeList : List<SchemaChange>
{
    public void Add(SchemaChangeKind kind, string coordinate, string message) => Add(new SchemaChange(kind, coordinate, message));

    public void Described(string coordinate, string? before, string? after)
    {
        if (before != after) Add(SchemaChangeKind.DescriptionChanged, coordinate, $"The description of {coordinate} changed.");
    }

    public void Deprecated(string coordinate, string? before, string? after)
    {
        if (before == after) return;
        if (before is null) Add(SchemaChangeKind.DeprecationAdded, coordinate, $"{coordinate} was deprecated: {after}");
        else if (after is null) Add(SchemaChangeKind.DeprecationRemoved, coordinate, $"{coordinate} is no longer deprecated.");
        else Add(SchemaChangeKind.DeprecationChanged, coordinate, $"The reason why {coordinate} is deprecated changed: {after}");
    }
}
