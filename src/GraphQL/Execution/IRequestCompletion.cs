namespace Portal.GraphQL.Execution;

/// <summary>
/// Work that must be done before an answer may leave, such as a durable record of what was read. All registered
/// instances are awaited after execution and before the first byte of the answer; if one throws, no data leaves.
/// </summary>
public interface IRequestCompletion
{
    Task BeforeResponseAsync(IServiceProvider services, CancellationToken cancellationToken);
}
