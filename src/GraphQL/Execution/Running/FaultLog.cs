using Microsoft.Extensions.Logging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Running;

/// <summary>
/// What the client learns of exceptions: refusals made for it are passed on, everything else is logged under a
/// correlation id and answered without detail. One fault that fails many fields (a loader's) has one id and one log entry.
/// </summary>
/// <param name="correlationId">What everybody calls the request; null for an id of each fault's own.</param>
internal sealed partial class FaultLog(ILogger logger, string? correlationId = null)
{
    private readonly Dictionary<Exception, string> _known = new(ReferenceEqualityComparer.Instance);

    /// <param name="where">The field, as "Type.field".</param>
    /// <param name="badValueCode">The code when a value did not fit its type.</param>
    public FieldFailure Failure(Exception exception, string where, string badValueCode) => exception switch
    {
        GraphQLException refusal => new(refusal.Errors),
        CoercionException misfit => new(new GraphQLError(misfit.Message, badValueCode)),
        _ => new(Fault(exception, where)),
    };

    public GraphQLError Fault(Exception exception, string where)
    {
        if (!_known.TryGetValue(exception, out var id))
        {
            _known[exception] = id = correlationId ?? Guid.NewGuid().ToString("n");
            LogFault(logger, exception, where, id);
        }
        return new GraphQLError("Unexpected error", ErrorCodes.InternalError, Extensions: new Dictionary<string, object?> { ["correlationId"] = id });
    }

    [LoggerMessage(1, LogLevel.Error, "GraphQL {Where} failed. Correlation id {CorrelationId}")]
    private static partial void LogFault(ILogger logger, Exception exception, string where, string correlationId);
}
