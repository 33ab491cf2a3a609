using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport;

/// <summary>
/// Answers several requests of one body, one after another. Each has a scope of its own, as if it had come alone: a query after
/// a mutation must not meet what loaders and the database context kept from before.
/// </summary>
internal sealed class BatchRun(GraphQLExecutor executor)
{
    /// <summary>A JSON array of the answers in the order of the requests.</summary>
    public async Task<ResultWriter> ExecuteAsync(IReadOnlyList<Func<GraphQLRequest>> requests, HttpContext context)
    {
        var answers = new ResultWriter();
        try
        {
            answers.StartArray();
            foreach (var read in requests)
            {
                using var result = await ExecuteAsync(read, context);
                answers.WriteRaw(result.Utf8.Span);
            }
            answers.EndArray();
            return answers;
        }
        catch
        {
            answers.Dispose();
            throw;
        }
    }

    private async Task<ExecutionResult> ExecuteAsync(Func<GraphQLRequest> read, HttpContext context)
    {
        GraphQLRequest request;
        try
        {
            request = read();
        }
        catch (RequestRefusal refusal)
        {
            return ExecutionResult.Refused(refusal.Error);
        }
        await using var scope = OperationScope.Begin(context.RequestServices);
        return await executor.ExecuteAsync(request, scope.ServiceProvider, context.User, context.RequestAborted);
    }
}
