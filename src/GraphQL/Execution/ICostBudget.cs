using System.Security.Claims;

namespace Portal.GraphQL.Execution;

/// <summary>
/// How much one operation may cost (see <see cref="Validation.OperationCost"/>) for a caller. Register a singleton; without one
/// everybody has <see cref="Validation.ComplexityLimits.MaxCost"/>. It is asked for every request, after the document was found
/// valid, because valid documents are kept for all callers: it must be quick.
/// </summary>
public interface ICostBudget
{
    /// <param name="services">The services of the request.</param>
    double Of(ClaimsPrincipal user, IServiceProvider services);
}
