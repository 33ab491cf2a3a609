namespace Portal.GraphQL.Execution.Subscriptions;

/// <summary>An event of a source as the root value of its execution, which cannot be null where events can.</summary>
internal static class SourceEvent
{
    private static readonly object Null = new();

    public static object ToRoot(object? item) => item ?? Null;

    public static object? FromRoot(object root) => ReferenceEquals(root, Null) ? null : root;
}
