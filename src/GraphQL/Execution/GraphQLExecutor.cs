using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Execution.Persisted;
using Portal.GraphQL.Execution.Running;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Instrumentation;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution;

/// <summary>Answers requests against one schema: document, validation, operation, variables, execution, answer.</summary>
public sealed partial class GraphQLExecutor(
    Schema schema, ExecutionOptions options, IFieldAuthorizer authorizer, IErrorMapper errorMapper, TimeProvider time,
    ILogger<GraphQLExecutor> logger, IEnumerable<IExecutionListener> listeners, IDocumentStore? documents = null,
    ICostBudget? budgets = null)
{
    // Long enough for a statement to be cancelled, short enough not to matter after a deadline of seconds.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private const int SmallBuffer = 4 * 1024;

    // Beyond this answers differ too much for the last one to say anything.
    private const int LargeBuffer = 1024 * 1024;

    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    private readonly DocumentPreparer _preparer = new(schema, options);
    private readonly DocumentSource _documents = new(options.Persisted, documents);
    private readonly CostCheck _costs = new(options, budgets);
    private readonly FixedAnswers _fixed = new(options);
    private readonly IExecutionListener[] _listeners = [.. listeners];

    public Schema Schema => schema;

    /// <summary>Answers a request; everything that goes wrong is in the answer.</summary>
    /// <param name="services">The services of the request: one scope, used by nothing else meanwhile.</param>
    /// <param name="user">The caller; null when nobody is signed in.</param>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    public async Task<ExecutionResult> ExecuteAsync(
        GraphQLRequest request, IServiceProvider services, ClaimsPrincipal? user = null, CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        using var activity = GraphQLTelemetry.StartRequest();
        foreach (var listener in _listeners)
            listener.RequestStarting(request);
        var scope = new RequestScope(request, services, user ?? Nobody, services.GetRequiredService<LoaderDispatcher>(), new FaultLog(logger, request.CorrelationId));
        ExecutionResult result;
        try
        {
            result = await AnswerAsync(scope, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            foreach (var listener in _listeners)
                listener.RequestCancelled(request);
            throw;
        }
        if (_listeners.Length > 0 || GraphQLTelemetry.IsWatched(activity, result))
        {
            var operation = new OperationSummary(KindOf(scope.Operation), scope.Operation?.Name, scope.Run?.Waves ?? 0, scope.Loaders.Batches, time.GetElapsedTime(started));
            GraphQLTelemetry.Complete(activity, result, operation);
            foreach (var listener in _listeners)
                listener.RequestCompleted(request, result, operation);
        }
        return result;
    }

    private static string? KindOf(CompiledOperation? operation) => operation is null ? null : operation.Kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
    };

    /// <summary>One request on its way.</summary>
    private sealed record RequestScope(
        GraphQLRequest Request, IServiceProvider Services, ClaimsPrincipal User, LoaderDispatcher Loaders, FaultLog Faults)
    {
        public CompiledOperation? Operation { get; set; }
        public OperationRun? Run { get; set; }
        public double Budget { get; set; }
    }

    private async Task<ExecutionResult> AnswerAsync(RequestScope scope, CancellationToken cancellationToken)
    {
        VariableValues variables;
        try
        {
            scope.Operation = await OperationAsync(scope.Request, cancellationToken);
            if (scope.Request.QueriesOnly && scope.Operation.Kind == OperationKind.Mutation)
                throw new GraphQLException(new GraphQLError("A mutation must be sent with POST.", ErrorCodes.MethodNotAllowed));
            if (scope.Operation.Kind == OperationKind.Subscription)
                throw new GraphQLException(new GraphQLError("Subscriptions need a connection that stays open.", ErrorCodes.OperationNotSupported));
            var errors = new List<GraphQLError>();
            variables = scope.Operation.Variables.Coerce(scope.Request.Variables, errors);
            if (errors.Count > 0)
                return ExecutionResult.Refused(errors);
            scope.Budget = _costs.BudgetOf(scope.User, scope.Services);
            if (CostCheck.Refuse(scope.Operation, variables, scope.Budget) is { } tooMuch)
                return ExecutionResult.Refused(tooMuch);
        }
        catch (GraphQLException refusal)
        {
            return ExecutionResult.Refused(refusal.Errors);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return ExecutionResult.Refused(scope.Faults.Fault(e, "request"));
        }
        var result = _fixed.Find(scope.Operation) ?? await RunAsync(scope, scope.Operation, variables, cancellationToken);
        return await CompleteAsync(scope, result, cancellationToken);
    }

    private async ValueTask<CompiledOperation> OperationAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var document = await _documents.FindAsync(request, cancellationToken);
        var prepared = _preparer.Prepare(document.Text);
        _documents.Keep(document);
        return prepared.Operation(request.OperationName);
    }

    private async Task<ExecutionResult> RunAsync(RequestScope scope, CompiledOperation operation, VariableValues variables, CancellationToken cancellationToken)
    {
        // One source for both reasons to stop: that of a client which went away is known by its own token.
        using var stop = new CancellationTokenSource(options.Deadline, time);
        using var gone = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), stop);
        var run = scope.Run = new OperationRun(operation, variables, scope.Request.RootValue, scope.User, scope.Services, scope.Loaders,
            new RequirementChecks(authorizer, scope.User, scope.Services), errorMapper, scope.Faults, _listeners, stop.Token);
        try
        {
            await ExecuteAsync(run);
            var result = Write(run, Capacity(operation), options.IncludeCost ? operation.Cost.Of(variables) : null, scope.Budget);
            operation.LastLength = result.Utf8.Length;
            _fixed.Keep(operation, result);
            return result;
        }
        catch (Exception) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ExecutionResult.Failed(new GraphQLError(
                $"The request took longer than {options.Deadline.TotalSeconds:0.###} seconds and was given up.", ErrorCodes.DeadlineExceeded));
        }
        catch (ResultTooLargeException e)
        {
            return ExecutionResult.Failed(new GraphQLError(e.Message + " Ask for less at once.", ErrorCodes.ResponseTooLarge));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return ExecutionResult.Failed(scope.Faults.Fault(e, "execution"));
        }
    }

    /// <summary>What must be done before an answer leaves; when that fails, another answer.</summary>
    private static async ValueTask<ExecutionResult> CompleteAsync(RequestScope scope, ExecutionResult result, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var completion in scope.Services.GetServices<IRequestCompletion>())
                await completion.BeforeResponseAsync(scope.Services, cancellationToken);
            return result;
        }
        catch (Exception e)
        {
            result.Dispose();
            if (cancellationToken.IsCancellationRequested)
                throw;
            return ExecutionResult.Failed(scope.Faults.Fault(e, "completion of the request"));
        }
    }

    private static async Task ExecuteAsync(OperationRun run)
    {
        try
        {
            await run.ExecuteAsync();
        }
        catch (Exception) when (run.CancellationToken.IsCancellationRequested)
        {
            await run.SettleAsync(Grace);
            throw;
        }
    }

    /// <summary>Where the buffer of an answer begins: a little more than the last one of the operation took.</summary>
    private static int Capacity(CompiledOperation operation) => Math.Clamp(operation.LastLength + operation.LastLength / 4, SmallBuffer, LargeBuffer);

    private ExecutionResult Write(OperationRun run, int capacity, double? cost, double budget)
    {
        var writer = new ResultWriter(capacity, options.MaxResponseBytes);
        try
        {
            var response = new ResponseWriter(run, writer);
            writer.StartObject();
            response.WriteData();
            if (response.Errors.Count > 0)
                ErrorWriter.WriteErrors(writer, response.Errors);
            if (cost is { } known)
                CostCheck.Write(writer, known, budget);
            writer.EndObject();
            return new ExecutionResult(writer, response.Errors, isExecuted: true);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }
}
