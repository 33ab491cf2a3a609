using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Csv;

namespace Portal.Graph.Domain.Accounts.Procedures;

/// <summary>Whether a service needs prior authorization.</summary>
public enum AuthRule
{
    /// <summary>It needs one.</summary>
    AuthRequired,

    /// <summary>It needs none.</summary>
    NotRequired,

    /// <summary>The plan does not cover it.</summary>
    NotCovered,

    /// <summary>It depends: call Utilization Management.</summary>
    Call,
}

// ACC-19
/// <summary>What the plan asks for a procedure code, in a market and line of business, on the days on which it holds.</summary>
public sealed class ProcedureRule : IDatedRow<ProcedureRule>
{
    public const int LimitLength = 200;

    public long Id { get; private set; }

    /// <summary>The CPT or HCPCS code.</summary>
    public required string Code { get; init; }

    /// <summary>The market.</summary>
    public required Market Market { get; init; }

    /// <summary>The line of business.</summary>
    public required Lob Lob { get; init; }

    /// <summary>The place of service, two digits, for which it holds; null for every place.</summary>
    public string? PlaceOfService { get; init; }

    /// <summary>Whether prior authorization is needed.</summary>
    public required AuthRule AuthRule { get; set; }

    /// <summary>A limit, such as "12 visits a year"; null when there is none.</summary>
    public string? Limit { get; set; }

    /// <summary>Where the policy is; null when there is none to show.</summary>
    public string? PolicyUrl { get; set; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day on which it holds; null while it is open.</summary>
    public DateOnly? To { get; set; }

    object IDatedRow<ProcedureRule>.Scope => (Market, Lob, PlaceOfService);

    bool IDatedRow<ProcedureRule>.SaysTheSameAs(ProcedureRule other) => (AuthRule, Limit, PolicyUrl) == (other.AuthRule, other.Limit, other.PolicyUrl);

    void IDatedRow<ProcedureRule>.Take(ProcedureRule other) => (AuthRule, Limit, PolicyUrl) = (other.AuthRule, other.Limit, other.PolicyUrl);
}
