namespace Portal.GraphQL.Types;

/// <summary>The declared errors of a mutation.</summary>
/// <param name="Declared">The CLR types of the members of its error union.</param>
/// <param name="Refuse">Makes the payload that says why nothing happened: no result, these errors. An undeclared error throws.</param>
public sealed record MutationErrors(IReadOnlyList<Type> Declared, Func<IReadOnlyList<object>, object> Refuse)
{
    public bool Declares(object error) => Declared.Any(t => t.IsInstanceOfType(error));
}
