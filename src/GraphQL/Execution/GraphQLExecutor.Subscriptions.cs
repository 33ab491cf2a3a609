using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Execution.Running;
using Portal.GraphQL.Execution.Subscriptions;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Instrumentation;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Execution;

public sealed partial class GraphQLExecutor
{
    private static readonly GraphQLError CallerGone = new("Sign in again: the session that opened this stream has ended or has other rights now.", ErrorCodes.NotSignedIn);

    /// <summary>
    /// Answers an operation of any kind as a stream: a query or mutation with one result, a subscription with one per event
    /// (section 6.2.3 of the specification). Results come as fast as they are taken: who reads slowly slows the source down.
    /// </summary>
    /// <remarks>
    /// A result that is not <see cref="ExecutionResult.IsExecuted"/> is the last: the request was refused, the source failed, or
    /// the caller may no longer read. The errors of one event are that event's result, and the stream goes on. Authorization is
    /// asked when the source opens and again for every event.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The client went away, or ended the operation.</exception>
    public async IAsyncEnumerable<ExecutionResult> SubscribeAsync(
        GraphQLRequest request, IExecutionScopes scopes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var opened = await scopes.OpenAsync(ScopePurpose.Operation, cancellationToken);
        if (opened is null)
        {
            yield return ExecutionResult.Refused(CallerGone);
            yield break;
        }
        if (await SubscriptionAsync(request, cancellationToken) is not { } operation)
        {
            yield return await ExecuteAsync(request, opened.Services, opened.User, cancellationToken);
            yield break;
        }
        var faults = new FaultLog(logger, request.CorrelationId);
        var errors = new List<GraphQLError>();
        var variables = operation.Variables.Coerce(request.Variables, errors);
        if (errors.Count == 0 && CostCheck.Refuse(operation, variables, _costs.BudgetOf(opened.User, opened.Services)) is { } tooMuch)
            errors.Add(tooMuch);
        var source = errors.Count > 0 ? EventSource.Refused(errors) : await OpenAsync(request, operation, variables, opened, faults, cancellationToken);
        if (source.Events is null)
        {
            yield return ExecutionResult.Refused(source.Errors);
            yield break;
        }
        using var counted = SubscriptionTelemetry.StreamOpened();
        await using var events = source.Events.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var (more, failure) = await NextAsync(events, operation, faults, cancellationToken);
            if (failure is not null)
                yield return failure;
            if (!more)
                yield break;
            var result = await EventAsync(request with { RootValue = SourceEvent.ToRoot(events.Current) }, operation, variables, scopes, cancellationToken);
            SubscriptionTelemetry.Event(result);
            yield return result;
            if (!result.IsExecuted)
                yield break;
        }
    }

    /// <summary>The operation when it is a subscription; null for another, and for a request that <see cref="ExecuteAsync(GraphQLRequest, IServiceProvider, System.Security.Claims.ClaimsPrincipal?, CancellationToken)"/> will refuse.</summary>
    private async ValueTask<CompiledOperation?> SubscriptionAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var operation = await OperationAsync(request, cancellationToken);
            return operation.Kind == OperationKind.Subscription ? operation : null;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>CreateSourceEventStream (section 6.2.3.1): what goes wrong here is an error of the request.</summary>
    private async Task<EventSource> OpenAsync(
        GraphQLRequest request, CompiledOperation operation, VariableValues variables, ExecutionScope scope, FaultLog faults, CancellationToken cancellationToken)
    {
        var selection = operation.Root.Fields.First(f => !f.IsTypeName);
        try
        {
            if (selection.Field.Subscribe is not { } subscribe)
                return EventSource.Refused(new GraphQLError("This server has no such stream.", ErrorCodes.OperationNotSupported));
            if (await RefusalAsync(selection, scope, cancellationToken) is { } refusal)
                return EventSource.Refused(Placed(selection, [refusal]));
            var run = new OperationRun(operation, variables, request.RootValue, scope.User, scope.Services, scope.Services.GetRequiredService<LoaderDispatcher>(),
                new RequirementChecks(authorizer, scope.User, scope.Services), errorMapper, faults, _listeners, cancellationToken);
            var task = new FieldTask(run, selection, run.Root, selection.Arguments.Values(variables));
            var events = await subscribe(task).AsTask().WaitAsync(options.Deadline, time, cancellationToken);
            foreach (var completion in scope.Services.GetServices<IRequestCompletion>())
                await completion.BeforeResponseAsync(scope.Services, cancellationToken);
            return new(events, []);
        }
        catch (TimeoutException)
        {
            return EventSource.Refused(new GraphQLError($"The stream did not open within {options.Deadline.TotalSeconds:0.###} seconds.", ErrorCodes.DeadlineExceeded));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return EventSource.Refused(Placed(selection, faults.Failure(e, $"source of {selection.Parent.Name}.{selection.Field.Name}", ErrorCodes.InvalidArgument).Errors));
        }
    }

    private static async ValueTask<(bool More, ExecutionResult? Failure)> NextAsync(
        IAsyncEnumerator<object?> events, CompiledOperation operation, FaultLog faults, CancellationToken cancellationToken)
    {
        try
        {
            return (await events.MoveNextAsync(), null);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var selection = operation.Root.Fields.First(f => !f.IsTypeName);
            return (false, ExecutionResult.Refused(faults.Failure(e, $"source of {selection.Parent.Name}.{selection.Field.Name}", ErrorCodes.InvalidResult).Errors));
        }
    }

    /// <summary>MapSourceToResponseEvent (section 6.2.3.2): one event, in a scope of its own.</summary>
    private async Task<ExecutionResult> EventAsync(
        GraphQLRequest request, CompiledOperation operation, VariableValues variables, IExecutionScopes scopes, CancellationToken cancellationToken)
    {
        await using var opened = await scopes.OpenAsync(ScopePurpose.Event, cancellationToken);
        if (opened is null)
            return ExecutionResult.Refused(CallerGone);
        var selection = operation.Root.Fields.First(f => !f.IsTypeName);
        if (await RefusalAsync(selection, opened, cancellationToken) is { } refusal)
            return ExecutionResult.Refused(Placed(selection, [refusal]));
        var scope = new RequestScope(request, opened.Services, opened.User, opened.Services.GetRequiredService<LoaderDispatcher>(), new FaultLog(logger, request.CorrelationId))
        {
            Operation = operation,
            Budget = _costs.BudgetOf(opened.User, opened.Services),
        };
        return await CompleteAsync(scope, await RunAsync(scope, operation, variables, cancellationToken), cancellationToken);
    }

    /// <summary>Why the caller may not follow the stream; null when they may.</summary>
    private async ValueTask<GraphQLError?> RefusalAsync(FieldSelection selection, ExecutionScope scope, CancellationToken cancellationToken)
    {
        foreach (var requirement in selection.Requirements)
            if (await authorizer.AuthorizeAsync(requirement.Attribute, scope.User, scope.Services, cancellationToken) is { } refusal)
                return refusal as GraphQLError ?? errorMapper.ToGraphQLError(refusal);
        return null;
    }

    private static GraphQLError[] Placed(FieldSelection selection, IReadOnlyList<GraphQLError> errors) =>
        [.. errors.Select(e => e with { Path = e.Path ?? [selection.ResponseName], Locations = e.Locations ?? selection.Locations })];
}
