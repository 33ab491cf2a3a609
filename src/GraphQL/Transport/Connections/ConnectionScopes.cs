using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution.Subscriptions;

namespace Portal.GraphQL.Transport.Connections;

/// <summary>The scopes of one caller's connection. Once the caller may not be served, none is opened any more.</summary>
internal sealed class ConnectionScopes(ConnectionCaller caller, IConnectionAuthenticator authenticator, IServiceScopeFactory factory, TimeProvider time) : IExecutionScopes
{
    /// <summary>Told when the caller may no longer be served.</summary>
    public Action? CallerGone { get; init; }

    public async ValueTask<ExecutionScope?> OpenAsync(ScopePurpose purpose, CancellationToken cancellationToken)
    {
        if (caller.ExpiresAt is not { } end || time.GetUtcNow() < end)
        {
            var scope = factory.CreateAsyncScope();
            try
            {
                if (await authenticator.EnterAsync(caller, scope.ServiceProvider, purpose, cancellationToken))
                    return new(scope, caller.User);
            }
            catch
            {
                await scope.DisposeAsync();
                throw;
            }
            await scope.DisposeAsync();
        }
        CallerGone?.Invoke();
        return null;
    }

    /// <summary>How long to wait before the caller is asked for again.</summary>
    public TimeSpan UntilNextCheck(TimeSpan interval)
    {
        if (caller.ExpiresAt is not { } end)
            return interval;
        var left = end - time.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < interval ? left : interval;
    }

    /// <summary>Whether the caller may still be served.</summary>
    public async ValueTask<bool> CheckAsync(CancellationToken cancellationToken)
    {
        await using var scope = await OpenAsync(ScopePurpose.Event, cancellationToken);
        return scope is not null;
    }
}
