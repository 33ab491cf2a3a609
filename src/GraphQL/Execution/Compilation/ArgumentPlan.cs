using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>The arguments of a selection: coerced once when the operation is compiled, or for each request when a variable is in them.</summary>
internal sealed class ArgumentPlan
{
    public static readonly ArgumentPlan None = new([]);

    private readonly object?[]? _constant;
    private readonly GraphQLException? _failure;
    private readonly FieldMap<InputField> _arguments = FieldMap<InputField>.Empty;
    private readonly ArgumentNode?[] _nodes = [];
    private readonly LiteralCoercion? _coercion;

    private ArgumentPlan(object?[] constant) => _constant = constant;

    private ArgumentPlan(GraphQLException failure) => _failure = failure;

    private ArgumentPlan(FieldMap<InputField> arguments, ArgumentNode?[] nodes, LiteralCoercion coercion) =>
        (_arguments, _nodes, _coercion) = (arguments, nodes, coercion);

    public bool IsConstant => _coercion is null;

    public static ArgumentPlan Of(OutputField field, IReadOnlyList<ArgumentNode> nodes, LiteralCoercion coercion)
    {
        if (field.Arguments.Count == 0)
            return None;
        ArgumentNode?[] ordered = [.. field.Arguments.Select(a => nodes.FirstOrDefault(n => n.Name.Value == a.Name))];
        if (ordered.Any(n => n is not null && VariableSearch.HasVariables(n.Value)))
            return new(field.Arguments, ordered, coercion);
        try
        {
            return new(coercion.Arguments(field.Arguments, ordered, VariableValues.None));
        }
        catch (GraphQLException failure)
        {
            return new(failure);
        }
    }

    /// <summary>The values in the order of the field's arguments.</summary>
    /// <exception cref="GraphQLException">An argument does not fit its type.</exception>
    public object?[] Values(VariableValues variables) =>
        _constant ?? (_failure is not null ? throw _failure : _coercion!.Arguments(_arguments, _nodes, variables));
}
