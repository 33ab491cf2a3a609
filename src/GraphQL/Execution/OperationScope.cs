using Microsoft.Extensions.DependencyInjection;

namespace Portal.GraphQL.Execution;

/// <summary>
/// Carries what the host put into the scope of a request, such as who acts, over to the scope of one of its operations: those
/// of a batch and of a connection that stays open have a scope each. Register singletons.
/// </summary>
public interface IOperationScopeInitializer
{
    /// <param name="request">The services of the HTTP request.</param>
    /// <param name="operation">The services that the operation will use, nothing of them used so far.</param>
    void Initialize(IServiceProvider request, IServiceProvider operation);
}

/// <summary>Scopes for the operations of one HTTP request.</summary>
internal static class OperationScope
{
    public static AsyncServiceScope Begin(IServiceProvider request)
    {
        var scope = request.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        foreach (var initializer in request.GetServices<IOperationScopeInitializer>())
            initializer.Initialize(request, scope.ServiceProvider);
        return scope;
    }
}
