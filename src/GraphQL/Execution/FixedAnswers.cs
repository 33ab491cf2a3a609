using Portal.GraphQL.Execution.Compilation;

namespace Portal.GraphQL.Execution;

/// <summary>
/// The answers of operations that can have only one: those that ask for nothing but the schema (which never changes) and
/// have no variables. Kept as bytes, few and bounded in size, as clients can write such operations without end.
/// </summary>
internal sealed class FixedAnswers(ExecutionOptions options)
{
    private const int MaxAnswers = 32;
    private const long MaxBytes = 8 * 1024 * 1024;

    private readonly DocumentCache<byte[]> _kept = new(MaxAnswers, MaxBytes);

    // With the cost goes the budget, which depends on who asks.
    private readonly bool _isOn = !options.IncludeCost;

    public ExecutionResult? Find(CompiledOperation operation) =>
        _isOn && operation.FixedKey is { } key && _kept.Find(key) is { } bytes ? new ExecutionResult(bytes) : null;

    public void Keep(CompiledOperation operation, ExecutionResult result)
    {
        if (_isOn && operation.FixedKey is { } key && result.Errors.Count == 0)
            _kept.Add(key, result.Utf8.ToArray(), result.Utf8.Length);
    }
}
