using System.Collections.Concurrent;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Execution;

/// <summary>A valid document and the operations of it that were compiled so far.</summary>
internal sealed class PreparedDocument(DocumentNode document, Func<DocumentNode, OperationDefinitionNode, CompiledOperation> compile)
{
    private readonly OperationDefinitionNode[] _definitions = [.. document.Definitions.OfType<OperationDefinitionNode>()];
    private readonly ConcurrentDictionary<OperationDefinitionNode, CompiledOperation> _compiled = new();

    /// <exception cref="GraphQLException">There is no such operation, or several and no name.</exception>
    public CompiledOperation Operation(string? name)
    {
        var definition = name switch
        {
            null or "" when _definitions.Length == 1 => _definitions[0],
            null or "" => throw Unknown(_definitions.Length == 0 ? "Must provide an operation." : "Must provide operation name if query contains multiple operations."),
            _ => _definitions.FirstOrDefault(d => d.Name?.Value == name) ?? throw Unknown($"Unknown operation named \"{name}\"."),
        };
        return _compiled.TryGetValue(definition, out var known) ? known : _compiled.GetOrAdd(definition, compile(document, definition));
    }

    private static GraphQLException Unknown(string message) => new(new GraphQLError(message, ErrorCodes.UnknownOperation));
}
