namespace Portal.GraphQL.Execution;

/// <summary>An answer as UTF-8 JSON: <c>data</c>, <c>errors</c>, <c>extensions</c>. Its buffer is pooled: dispose it when it is sent.</summary>
public sealed class ExecutionResult : IDisposable
{
    private readonly ResultWriter? _writer;
    private readonly ReadOnlyMemory<byte> _fixed;

    internal ExecutionResult(ResultWriter writer, IReadOnlyList<GraphQLError> errors, bool isExecuted) =>
        (_writer, Errors, IsExecuted) = (writer, errors, isExecuted);

    /// <summary>An answer without errors that was written before.</summary>
    internal ExecutionResult(ReadOnlyMemory<byte> answer) => (_fixed, Errors, IsExecuted) = (answer, [], true);

    /// <summary>The whole answer.</summary>
    public ReadOnlyMemory<byte> Utf8 => _writer?.WrittenMemory ?? _fixed;

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether execution began, so that the answer has an entry <c>data</c>; false for an answer about the request as such.</summary>
    public bool IsExecuted { get; }

    /// <summary>An answer that no operation was executed.</summary>
    public static ExecutionResult Refused(params IReadOnlyList<GraphQLError> errors)
    {
        var writer = new ResultWriter(1024);
        writer.StartObject();
        ErrorWriter.WriteErrors(writer, errors);
        writer.EndObject();
        return new ExecutionResult(writer, errors, isExecuted: false);
    }

    /// <summary>An answer without data although execution began.</summary>
    internal static ExecutionResult Failed(params IReadOnlyList<GraphQLError> errors)
    {
        var writer = new ResultWriter(1024);
        writer.StartObject();
        writer.WriteName("data");
        writer.WriteNull();
        ErrorWriter.WriteErrors(writer, errors);
        writer.EndObject();
        return new ExecutionResult(writer, errors, isExecuted: true);
    }

    public void Dispose() => _writer?.Dispose();
}
