namespace Portal.GraphQL.Validation.TypeSystem;

/// <summary>One rule for one document of type definitions.</summary>
internal abstract class SchemaRule(SchemaContext context)
{
    protected SchemaContext Context { get; } = context;

    public abstract void Check();
}
