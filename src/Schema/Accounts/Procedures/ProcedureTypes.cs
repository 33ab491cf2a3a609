using Portal.Graph.Domain.Accounts.Procedures;
using Portal.Graph.Domain.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Procedures;

// ACC-19
[ObjectType<ProcedureRule>(Fields =
[
    nameof(ProcedureRule.Code), nameof(ProcedureRule.Market), nameof(ProcedureRule.Lob), nameof(ProcedureRule.PlaceOfService), nameof(ProcedureRule.AuthRule),
    nameof(ProcedureRule.Limit), nameof(ProcedureRule.PolicyUrl), nameof(ProcedureRule.From), nameof(ProcedureRule.To),
])]
public static class ProcedureRuleType;

[ObjectType<ProcedureAnswer>]
public static class ProcedureAnswerType;

[QueryType]
public static class ProcedureQueries
{
    // ACC-19
    /// <summary>Whether a procedure needs prior authorization; open to everybody. PROCEDURE_NOT_FOUND when the plan has no rule: contact Utilization Management.</summary>
    /// <param name="code">The CPT or HCPCS code; case does not matter.</param>
    /// <param name="market">The member's market.</param>
    /// <param name="lob">The member's line of business.</param>
    /// <param name="on">The day of service; today when left out.</param>
    /// <param name="pos">The place of service, two digits; without one only rules for every place apply.</param>
    public static Task<Outcome<ProcedureAnswer>> GetProcedureCodeAsync(
        string code, Market market, Lob lob, DateOnly? on, string? pos, ProcedureReads reads, CancellationToken ct) => reads.FindAsync(code, market, lob, on, pos, ct);
}
