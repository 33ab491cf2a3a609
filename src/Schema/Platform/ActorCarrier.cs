using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Schema.Platform;

/// <summary>Each operation of a batch runs for the actor of its request.</summary>
public sealed class ActorCarrier : IOperationScopeInitializer
{
    public void Initialize(IServiceProvider request, IServiceProvider operation) =>
        operation.GetRequiredService<ActorScope>().Set(request.GetRequiredService<ActorScope>().Actor);
}
