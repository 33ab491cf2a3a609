using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Schema.Platform;

// PLT-12
/// <summary>Staff may spend more points than portal users.</summary>
public sealed class ActorCostBudget(GraphQLSettings settings) : ICostBudget
{
    public double Of(ClaimsPrincipal user, IServiceProvider services) =>
        services.GetRequiredService<ActorScope>().Actor.IsStaff ? settings.StaffMaxCost : settings.MaxCost;
}
