using System.Security.Claims;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution;

/// <summary>What a resolver sees of the request: its parent, arguments, services and what the client selected below it.</summary>
public abstract class ResolverContext
{
    /// <summary>The object whose field is resolved; the root value of the operation for root fields.</summary>
    public abstract object Parent { get; }

    public abstract OutputField Field { get; }

    /// <summary>
    /// A coerced argument by its index in <see cref="OutputField.Arguments"/>; <see cref="InputObjectType.Absent"/> when not
    /// given and without default. Lists are <c>object?[]</c> (here and in <see cref="InputObjectType.Create"/>), enum values
    /// their <see cref="EnumValue.Value"/>, input objects what their <c>Create</c> made.
    /// </summary>
    public abstract object? Argument(int index);

    /// <summary>The services of the request.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>The caller; without identity when nobody is signed in.</summary>
    public abstract ClaimsPrincipal User { get; }

    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Whether the client selected a field of this name directly below this one, in any fragment that applies.</summary>
    public abstract bool IsSelected(string fieldName);

    /// <summary>Adds an error beside the value, at this field's path.</summary>
    public abstract void ReportError(GraphQLError error);
}
