using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.GraphQL.Execution.Subscriptions;

/// <summary>
/// Opens the scopes in which a caller who stays is served: one for an operation of a connection, one for the source of a
/// stream, one for each of its events. No two of them share loaders or a database context.
/// </summary>
public interface IExecutionScopes
{
    /// <returns>A scope that the caller of this method disposes; null when the caller may no longer be served: signed out, expired, other rights.</returns>
    ValueTask<ExecutionScope?> OpenAsync(ScopePurpose purpose, CancellationToken cancellationToken);
}

/// <summary>What a scope is opened for.</summary>
public enum ScopePurpose
{
    /// <summary>Something that the caller asked for just now.</summary>
    Operation,

    /// <summary>An event of a stream that the caller opened some time ago, or the question whether the caller may still be served: no sign that anybody is there.</summary>
    Event,
}

/// <summary>The services of one execution, and for whom it runs.</summary>
public sealed class ExecutionScope(AsyncServiceScope scope, ClaimsPrincipal user) : IAsyncDisposable
{
    public IServiceProvider Services => scope.ServiceProvider;

    /// <summary>Without identity when nobody is signed in.</summary>
    public ClaimsPrincipal User { get; } = user;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
