using System.Security.Claims;
using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Execution;

/// <summary>Holds each operation, with its variables, to what its caller may spend.</summary>
internal sealed class CostCheck(ExecutionOptions options, ICostBudget? budgets)
{
    private readonly double _standard = options.Validation.Limits?.MaxCost ?? double.PositiveInfinity;

    /// <summary>What the caller may spend; infinite for no limit.</summary>
    public double BudgetOf(ClaimsPrincipal user, IServiceProvider services) => budgets?.Of(user, services) ?? _standard;

    /// <summary>The refusal of an operation that costs more; null when it may run.</summary>
    public static GraphQLError? Refuse(CompiledOperation operation, VariableValues variables, double budget)
    {
        // Most operations cost little whatever their variables say: those are not measured again.
        if (operation.Cost.Largest <= budget || operation.Cost.Of(variables) is var cost && cost <= budget)
            return null;
        return new GraphQLError($"The operation costs {cost:0}; at most {budget:0} is allowed.", ValidationCodes.TooComplex, [operation.Definition.Location],
            Extensions: new Dictionary<string, object?> { ["estimated"] = cost, ["budget"] = budget });
    }

    /// <summary>Writes <c>"extensions":{"cost":{"estimated":…,"budget":…}}</c>; the budget is null when there is none.</summary>
    public static void Write(ResultWriter writer, double cost, double budget)
    {
        writer.WriteName("\"extensions\":"u8);
        writer.StartObject();
        writer.WriteName("\"cost\":"u8);
        writer.StartObject();
        writer.WriteName("\"estimated\":"u8);
        writer.WriteNumber(cost);
        writer.WriteName("\"budget\":"u8);
        if (double.IsFinite(budget))
            writer.WriteNumber(budget);
        else
            writer.WriteNull();
        writer.EndObject();
        writer.EndObject();
    }
}
