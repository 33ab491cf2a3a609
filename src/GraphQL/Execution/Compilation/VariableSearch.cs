using Portal.GraphQL.Language;

namespace Portal.GraphQL.Execution.Compilation;

internal static class VariableSearch
{
    /// <summary>Whether a variable occurs anywhere in a literal.</summary>
    public static bool HasVariables(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariables),
        ObjectValueNode obj => obj.Fields.Any(f => HasVariables(f.Value)),
        _ => false,
    };
}
