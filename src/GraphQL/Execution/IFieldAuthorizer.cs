using System.Security.Claims;
using Portal.GraphQL.Building;

namespace Portal.GraphQL.Execution;

/// <summary>Decides whether the caller satisfies an <c>[Authorize]</c>. Asked once per distinct requirement and request, before the resolver runs.</summary>
public interface IFieldAuthorizer
{
    /// <param name="user">The caller; without identity when nobody is signed in.</param>
    /// <returns>
    /// Null when allowed. Otherwise why not: an error object (in the payload of a mutation that declares its type, else
    /// through <see cref="IErrorMapper"/>) or a <see cref="GraphQLError"/>.
    /// </returns>
    ValueTask<object?> AuthorizeAsync(AuthorizeAttribute requirement, ClaimsPrincipal user, IServiceProvider services, CancellationToken cancellationToken);
}
