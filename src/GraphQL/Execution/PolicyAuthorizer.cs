using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using AuthorizeAttribute = Portal.GraphQL.Building.AuthorizeAttribute;

namespace Portal.GraphQL.Execution;

/// <summary>Asks ASP.NET Core's authorization policies about the caller.</summary>
public sealed class PolicyAuthorizer : IFieldAuthorizer
{
    private static readonly GraphQLError NotSignedIn = new("Sign in to use this field.", ErrorCodes.NotSignedIn);
    private static readonly GraphQLError Forbidden = new("You are not allowed to use this field.", ErrorCodes.Forbidden);

    public async ValueTask<object?> AuthorizeAsync(AuthorizeAttribute requirement, ClaimsPrincipal user, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (user.Identity is not { IsAuthenticated: true })
            return NotSignedIn;
        if (requirement.Policy is null)
            return null;
        var result = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, null, requirement.Policy);
        return result.Succeeded ? null : Forbidden;
    }
}
